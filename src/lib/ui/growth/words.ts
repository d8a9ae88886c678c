import { figure } from '../plot/figures.ts';
import type { Row } from './growth-plot.ts';
import type { Estimate, Growth, GrowthName } from '#lib/teaching/growth/index.ts';

const grows: Readonly<Record<GrowthName, string>> = {
  constant: 'constant, O(1). More jobs change nothing.',
  logarithmic: 'logarithmic, O(log n). Twice the jobs add a little, each time the same.',
  linear: 'linear, O(n). Twice the jobs give twice as much.',
  'n log n': 'n log n, O(n log n). Twice the jobs give a little more than twice as much.',
  quadratic: 'quadratic, O(n²). Twice the jobs give four times as much.',
  cubic: 'cubic, O(n³). Twice the jobs give eight times as much.',
  exponential: 'exponential. Each job more multiplies it.'
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
export function growthSentence(what: string, growth: Growth): string {
  const named = growth.name === undefined ? doubts[growth.doubt ?? 'none fits'](growth) : grows[growth.name];
  const exponent = growth.exponent === undefined ? '' : ` ${interval(growth.exponent)}`;
  return `${what}: ${named}${exponent}`;
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
