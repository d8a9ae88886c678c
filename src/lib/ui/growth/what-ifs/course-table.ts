import { eachItsOwn, usualValues } from '#lib/teaching/measure/index.ts';
import { figure } from '../../plot/figures.ts';
import type { WhatIf } from '../what-if.ts';
import { columnOf, read, row } from './kit.ts';

/** The table that courses print, recomputed: "n allocations and releases" is n of each. */
export const courseTable: WhatIf<never> = {
  parameters: [],
  asks: () => [10, 100, 1000].map((n) => row(`n = ${figure(n)}`, eachItsOwn, n, usualValues(eachItsOwn.parameters))),
  caption: 'The first loop, counted',
  what: 'Tasks',
  columns: [
    columnOf('allocations', 'Allocations, calls'),
    columnOf('releases', 'Releases, calls'),
    columnOf('calls', 'With the runs, all calls'),
    columnOf('peakHeld', 'Space: most held at once, pods')
  ],
  sentence: (_, rows) => {
    const last = rows.at(-1);
    return `“${figure(last?.n ?? 0)} allocations and releases” can be read in two ways. It is ${figure(read('allocations', last))} of the one and ${figure(read('releases', last))} of the other; with the runs, ${figure(read('calls', last))} calls.`;
  }
};
