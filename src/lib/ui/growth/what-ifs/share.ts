import { atOnce, sideBySide, takingTurns } from '#lib/teaching/measure/index.ts';
import { parseDuration } from '#lib/base/units/index.ts';
import type { QuantityId } from '#lib/teaching/measure/index.ts';
import { figure } from '../../plot/figures.ts';
import { evenly } from '../stops.ts';
import type { Answered, Column, WhatIf } from '../what-if.ts';
import { jobs, read, row, slider } from './kit.ts';

/** Turns are cut finer than a second, so the runs have ticks of their own. */
const secondsOf = (id: QuantityId, answered: Answered | undefined): number => {
  const tick = (answered?.ask.source as { readonly tick?: string } | undefined)?.tick ?? '1s';
  return (read(id, answered) * parseDuration(tick)) / 1000;
};

const column = (id: QuantityId, name: string): Column => ({ name, of: (answered) => secondsOf(id, answered) });

/** One GPU for several tasks at the same time: good for small ones, and no gain for those that fill it. */
export const shareOneGpu: WhatIf<'n' | 'D' | 'k'> = {
  parameters: [jobs('Tasks', evenly(2, 16), 4), { ...slider('D', 10), stops: evenly(1, 30) }, slider('k')],
  asks: (v) => [
    row('One after another', atOnce, v.n, { ...v, p: 1 }),
    row('At the same time, each could fill the GPU', takingTurns, v.n, v),
    row(`At the same time, each needs 1/${v.k} of it`, sideBySide, v.n, v)
  ],
  caption: 'The same tasks on one GPU',
  what: 'How',
  columns: [column('makespan', 'Makespan, seconds'), column('meanTurnaround', 'Mean turnaround, seconds')],
  sentence: (_, [after, turns, side]) =>
    `Tasks that fill the GPU end no sooner together: ${figure(secondsOf('makespan', turns))} s both ways, and on average at ${figure(secondsOf('meanTurnaround', turns))} s in place of ${figure(secondsOf('meanTurnaround', after))} s. Small ones side by side take ${figure(secondsOf('makespan', side))} s.`
};
