import { grahamBounds } from '#lib/allocator/rules/index.ts';
import { inOrder, longestFirst } from '#lib/teaching/measure/index.ts';
import { figure } from '../../plot/figures.ts';
import { evenly } from '../stops.ts';
import type { Ask, Settings, WhatIf } from '../what-if.ts';
import { betweenBounds, columnOf, jobs, read, slider } from './kit.ts';

type Lengths = 'n' | 'D' | 'p' | 'long';

const slots = evenly(1, 12);

/** Equal jobs, and behind them a long one. */
const services = ({ n, D, long }: Settings<Lengths>): readonly number[] => [
  ...Array.from({ length: n }, () => D),
  long
];

const ask = (name: string, lengths: readonly number[], p: number): Ask => ({
  name,
  n: lengths.length,
  source: inOrder(lengths, p)
});

/** The same jobs in two orders: a long one that starts last ends last, alone. */
export const order: WhatIf<Lengths> = {
  parameters: [
    { id: 'long', name: 'The long job', unit: 's', stops: evenly(10, 120, 10), value: 60 },
    { ...slider('p'), stops: slots },
    jobs('Other jobs', evenly(1, 30), 11),
    { ...slider('D', 10), stops: evenly(5, 60, 5) }
  ],
  asks: (v) => [
    ask('The long job last', services(v), v.p),
    ask('The longest first', longestFirst(services(v)), v.p),
    ...slots.map((p) => ({ ...ask(`last, ${p}`, services(v), p), x: p }))
  ],
  caption: 'The same jobs in two orders',
  what: 'Order',
  columns: [
    columnOf('allocations', 'Allocations, calls'),
    columnOf('makespan', 'Makespan, seconds'),
    columnOf('meanWait', 'Mean wait, seconds')
  ],
  sentence: (v, [last, first]) => {
    const { lower, upper } = grahamBounds(services(v), v.p);
    return `Last it takes ${figure(read('makespan', last))} s, first ${figure(read('makespan', first))} s. No order takes less than ${figure(lower)} s, and none that leaves no slot idle more than ${figure(upper)} s.`;
  },
  plot: (v, points) => ({
    title: 'Makespan with the long job last',
    sentence: 'Each run lies between Graham’s bounds, the long job last near the upper one.',
    ...betweenBounds({ name: 'long job last', points }, slots, services(v))
  })
};
