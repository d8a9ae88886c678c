import { atOnce, elastic, submitAndWait } from '#lib/teaching/measure/index.ts';
import { figure } from '../../plot/figures.ts';
import { evenly } from '../stops.ts';
import type { WhatIf } from '../what-if.ts';
import { betweenBounds, columnOf, jobs, point, read, row, slider } from './kit.ts';

const slots = evenly(1, 20);

/** All jobs submitted together: p times faster at best, and independent of n only where there is a slot for each. */
export const submitAtOnce: WhatIf<'n' | 'p' | 'D' | 'a'> = {
  parameters: [
    jobs('Jobs', evenly(1, 60), 12),
    { ...slider('p'), stops: slots },
    slider('D', 10),
    { ...slider('a', 90), name: 'Until a new node is there, a' }
  ],
  asks: (v) => [
    row('One after another', submitAndWait, v.n, v),
    row('All at once', atOnce, v.n, v),
    row('All at once, nodes added one a slot', elastic, v.n, v),
    ...slots.map((p) => point(p, atOnce, v.n, { ...v, p }))
  ],
  caption: 'The same jobs, submitted in two ways',
  what: 'How',
  columns: [
    columnOf('makespan', 'Makespan, seconds'),
    columnOf('meanWait', 'Mean wait, seconds'),
    columnOf('peakWaiting', 'Most waiting at once, jobs')
  ],
  sentence: (v, [after, together]) =>
    `${v.n} jobs on ${v.p} ${v.p === 1 ? 'slot' : 'slots'} take ${figure(read('makespan', together))} s at once and ${figure(read('makespan', after))} s one after another. ${v.p >= v.n ? 'There is a slot for each job: only so does n not matter.' : `${figure(read('makespan', together) / v.D)} rounds of ${v.D} s; twice the jobs, twice the rounds.`}`,
  plot: (v, points) => ({
    title: 'Makespan by number of slots',
    sentence: 'Each run lies between Graham’s bounds: the work divided by the slots, and at most one long job more.',
    ...betweenBounds(
      { name: 'run', points },
      slots,
      Array.from({ length: v.n }, () => v.D)
    )
  })
};
