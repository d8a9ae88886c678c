import { batches, eachItsOwn, freshPool, heldPool, oneBatch } from '#lib/teaching/measure/index.ts';
import { figure } from '../../plot/figures.ts';
import { evenly } from '../stops.ts';
import type { WhatIf } from '../what-if.ts';
import { columnOf, jobs, read, row, slider } from './kit.ts';

type Costs = 'n' | 'p' | 'a' | 'D' | 'r' | 's' | 'b';

/** Five ways to run the same tasks, from an allocation for each to one for all. */
export const batch: WhatIf<Costs> = {
  parameters: [jobs('Tasks', evenly(10, 500, 10), 100), slider('b'), slider('p', 10), slider('a'), slider('D'), slider('r'), slider('s')], // prettier-ignore
  asks: (v) => [
    row('1 resource, allocated for each task', eachItsOwn, v.n, v),
    row(`1 resource, in batches of ${v.b}`, batches, v.n, v),
    row('1 resource, all in one batch', oneBatch, v.n, v),
    row(`${v.p} resources, allocated for each task`, freshPool, v.n, v),
    row(`${v.p} resources, each kept: a pool`, heldPool, v.n, v)
  ],
  caption: 'The same tasks in five ways',
  what: 'How',
  columns: [
    columnOf('allocations', 'Allocations, calls'),
    columnOf('calls', 'All calls'),
    columnOf('makespan', 'Makespan, seconds')
  ],
  sentence: (v, [loop, , one, , pool]) =>
    `One batch makes ${figure(read('calls', one))} calls in place of ${figure(read('calls', loop))}: n + 2 for 3n, and the n runs remain. It takes ${figure(read('makespan', one))} s in place of ${figure(read('makespan', loop))} s; a pool of ${v.p} takes ${figure(read('makespan', pool))} s.`
};
