import { canDeadlock, gangs, podByPod } from '#lib/teaching/measure/index.ts';
import { evenly } from '../stops.ts';
import type { WhatIf } from '../what-if.ts';
import { columnOf, jobs, read, row, slider } from './kit.ts';

/** Seconds that a gang runs, as in `podByPod`. */
const SERVICE = 60;

/** Gangs that are placed whole, or a pod at a time: the second way can end with all GPUs held and nobody running. */
export const gang: WhatIf<'n' | 'g' | 'G'> = {
  parameters: [
    jobs('Gangs', evenly(1, 12), 2),
    { ...slider('g'), stops: evenly(2, 8) },
    { ...slider('G'), stops: evenly(8, 32) }
  ],
  asks: (v) => [
    { name: 'A pod at a time, gang by gang', n: v.n, source: podByPod(v.G, v.n, v.g) },
    row('All or nothing', gangs, v.n, { ...v, D: SERVICE })
  ],
  caption: 'The same gangs, placed in two ways',
  what: 'How',
  columns: [
    {
      name: 'Gangs done',
      of: ({ n, measured: { figures } }) => (n * figures.jobs.released) / figures.jobs.arrived
    },
    columnOf('makespan', 'Makespan, seconds', 'never')
  ],
  sentence: (v, [pods]) => {
    const [has, needed] = [`G = ${v.G}`, `n(g − 1) = ${v.n * (v.g - 1)}`];
    if (read('releases', pods) === 0)
      return `Deadlock: the gangs hold all ${v.G} GPUs and none has its ${v.g}. It can come to this whenever G ≤ n(g − 1): here ${has} and ${needed}.`;
    return canDeadlock(v.G, v.n, v.g)
      ? `This order of pods found no deadlock, but another may: ${has} is not more than ${needed}.`
      : `No deadlock: ${has} is more than ${needed}, so one gang always gets its ${v.g} GPUs.`;
  }
};
