import { figure } from '../plot/figures.ts';
import type { Row } from './growth-plot.ts';
import type { Estimate, Growth, GrowthName, ProductGrowth, ProductName } from '#lib/teaching/growth/index.ts';

/** What there are more and more of. */
export type Counted = 'jobs' | 'nodes';

const grows: Readonly<Record<GrowthName, (of: Counted) => string>> = {
  constant: (of) => `constant, O(1). More ${of} change nothing.`,
  logarithmic: (of) => `logarithmic, O(log n). Twice the ${of} add a little, each time the same.`,
  linear: (of) => `linear, O(n). Twice the ${of} give twice as much.`,
  'n log n': (of) => `n log n, O(n log n). Twice the ${of} give a little more than twice as much.`,
  quadratic: (of) => `quadratic, O(n²). Twice the ${of} give four times as much.`,
  cubic: (of) => `cubic, O(n³). Twice the ${of} give eight times as much.`,
  exponential: (of) => `exponential. A few more ${of} multiply it.`
};

const names = (candidates: readonly GrowthName[]): string =>
  candidates.length < 2 ? candidates.join('') : `${candidates.slice(0, -1).join(', ')} and ${candidates.at(-1)}`;

const doubts: Readonly<Record<NonNullable<Growth['doubt']>, (growth: Growth) => string>> = {
  'too few points': () => 'too few sizes to name the growth: four are needed.',
  'too narrow a range': () =>
    'the sizes lie too close together to name the growth: the largest must be four times the least.',
  'several fit': ({ candidates }) =>
    `these sizes cannot tell the growth: ${names(candidates)} fit about as well. Run larger n.`,
  'none fits': () => 'no growth that has a name fits these figures.'
};

const two = (value: number): string => value.toFixed(2);

const interval = ({ value, low, high }: Estimate): string =>
  low === high || (two(low) === two(value) && two(high) === two(value))
    ? `Fitted exponent ${two(value)}.`
    : `Fitted exponent ${two(value)}, between ${two(low)} and ${two(high)} in 95 of 100 cases.`;

/** What the figures say about the growth of something: its name, the fitted exponent, and the exponent's interval. */
export function growthSentence(what: string, growth: Growth, of: Counted = 'jobs'): string {
  const named = growth.name === undefined ? doubts[growth.doubt ?? 'none fits'](growth) : grows[growth.name](of);
  const exponent = growth.exponent === undefined ? '' : ` ${interval(growth.exponent)}`;
  return `${what}: ${named}${exponent}`;
}

const growsWithBoth: Readonly<Record<ProductName, string>> = {
  constant: 'constant, O(1). Neither more jobs nor more nodes change anything.',
  n: 'O(n). Twice the jobs give twice as much; more nodes change nothing.',
  m: 'O(m). Twice the nodes give twice as much; more jobs change nothing.',
  'n + m': 'O(n + m). What the jobs give and what the nodes give add up.',
  'n × m': 'O(n × m). Twice the jobs give twice as much, and so do twice the nodes.',
  'n log m': 'O(n log m). Twice the jobs give twice as much, twice the nodes only a little more.'
};

/** What the figures say about how something grows with jobs and with nodes, and the fitted exponents of both. */
export function productSentence(what: string, { name, exponents }: ProductGrowth): string {
  const named = name === undefined ? 'these sizes cannot tell how it grows.' : growsWithBoth[name];
  const fitted =
    exponents === undefined ? '' : ` Fitted exponents: ${two(exponents.n.value)} of n, ${two(exponents.m.value)} of m.`;
  return `${what}: ${named}${fitted}`;
}

/** How the predictions compare with what was measured, the last one; empty where nothing was predicted. */
export function predictionSentence(rows: readonly Row[]): string {
  const row = rows.findLast(({ predicted }) => predicted !== undefined);
  if (row?.predicted === undefined) return '';
  const at = `For n = ${figure(row.n)} you predicted ${figure(row.predicted)}`;
  return near(row.predicted, row.cost)
    ? `${at}. Right: it is ${figure(row.cost)}.`
    : `${at}. It is ${figure(row.cost)}.`;
}

/** Whether a prediction is within a tenth: nearer than any two growths lie over a doubling. */
const near = (predicted: number, cost: number): boolean => Math.abs(predicted - cost) <= cost / 10;

/** What is counted, with its unit where the name does not say it: `Makespan, ticks`, `Checks`. */
export const withUnit = (what: string, unit: string): string =>
  what.toLowerCase().includes(unit.toLowerCase()) ? what : `${what}, ${unit}`;
