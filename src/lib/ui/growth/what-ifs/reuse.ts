import { eachItsOwn, oneBatch } from '#lib/teaching/measure/index.ts';
import { figure } from '../../plot/figures.ts';
import { evenly } from '../stops.ts';
import type { WhatIf } from '../what-if.ts';
import { columnOf, jobs, point, read, row, series, slider } from './kit.ts';

const cleanUps = evenly(0, 60, 5);

/** Keep a resource and clean up between tasks, or allocate afresh: the dearer the cleaning, the less is saved. */
export const reuse: WhatIf<'n' | 'D' | 'a' | 'r' | 's'> = {
  parameters: [slider('s', 10), slider('a'), slider('r'), slider('D'), jobs('Tasks', evenly(2, 100, 2), 20)],
  asks: (v) => [
    row('Allocated for each task', eachItsOwn, v.n, v),
    row('Kept, with a clean-up in between', oneBatch, v.n, v),
    ...cleanUps.map((s) => point(s, oneBatch, v.n, { ...v, s }))
  ],
  caption: 'One resource for tasks one after another',
  what: 'How',
  columns: [columnOf('calls', 'All calls'), columnOf('makespan', 'Makespan, seconds')],
  sentence: (v, [afresh, kept]) => {
    const saved = read('makespan', afresh) - read('makespan', kept);
    const gain = saved >= 0 ? `saves ${figure(saved)} s` : `loses ${figure(-saved)} s`;
    return `A clean-up of ${v.s} s against ${v.a + v.r} s to allocate and release: to keep the resource ${gain}.`;
  },
  plot: (v, points, [afresh]) => ({
    title: 'Makespan by clean-up time',
    sentence: `The lines meet where the clean-up takes as long as an allocation and a release, at ${v.a + v.r} s.`,
    x: { label: 'clean-up s, seconds', scale: 'linear' },
    y: { label: 'makespan, seconds', scale: 'linear' },
    series: [
      { name: 'kept', look: 'measured', draws: 'both', points: series(points, 'makespan') },
      {
        name: 'allocated for each',
        look: 'law',
        draws: 'line',
        points: cleanUps.map((s) => ({ x: s, y: read('makespan', afresh) }))
      }
    ]
  })
};
