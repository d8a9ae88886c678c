import { RunMetrics, type Figures, type Metrics } from '#lib/allocator/metrics/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { Cursor, type Trace } from '#lib/allocator/trace/index.ts';
import { formatClock, shortName } from '#lib/base/units/index.ts';
import { once } from './once.ts';
import type { NumberRow } from './view.ts';

/** A figure of a run: its amount as exactly as it is shown, undefined where nothing defines it yet. */
export interface Figure {
  readonly label: string;
  readonly about: string;
  readonly amount: number | undefined;
  /** An amount, and one by which two differ, ready to show. */
  readonly show: (amount: number) => string;
  readonly apart: (amount: number) => string;
}

/** Figures with what each means, ready to show. One that nothing defines yet reads `–`. */
export const numbersOf = (figures: readonly Figure[]): NumberRow[] => figures.map(rowOf);

/** What a run comes to that was only counted, each figure with what it means; a tick has so many milliseconds. */
export const numbersOfCount = (figures: Figures, tickMillis: number): NumberRow[] =>
  numbersOf(jobsAndTimes(figures, tickMillis));

/**
 * The figures of a run up to any step; the run is read when the first are asked for.
 *
 * @param cursor on the run, which is moved then; one of its own unless given
 */
export function figuresOf(trace: Trace, cursor?: Cursor): (step: number) => Figure[] {
  const metrics = once(() => new RunMetrics(cursor ?? new Cursor(trace)));
  return (step) => figuresIn(metrics().at(step), trace.scenario);
}

function figuresIn(metrics: Metrics, { tickMillis }: Scenario): Figure[] {
  return [
    ...jobsAndTimes(metrics, tickMillis),
    ...Object.entries(metrics.utilisation).map(([resource, share]) =>
      figure(`Utilisation, ${shortName(resource)}`, share * 100, 'Held over offered, over the whole time', percentage)
    ),
    figure('Fairness', metrics.fairness, 'Jain’s index of the slowdowns: 1 when all were slowed alike', ratio)
  ];
}

function jobsAndTimes(figures: Figures, tickMillis: number): Figure[] {
  const time = (label: string, ticks: number | undefined, about: string): Figure =>
    figure(label, ticks, about, { digits: 0, show: (amount) => formatClock(amount, tickMillis) });
  return [
    ...jobFigures(figures),
    time('Mean wait', figures.meanWait, 'From arrival to end, the time in which a job held nothing'),
    time('Longest wait', figures.maxWait, 'The wait of the job that waited most'),
    time('Mean turnaround', figures.meanTurnaround, 'From arrival to end'),
    figure(
      'Mean slowdown',
      figures.meanSlowdown,
      'Turnaround over the time it held its resources; 1 is no waiting',
      ratio
    ),
    time('Makespan', figures.makespan, 'From the first arrival to the last end')
  ];
}

/** A figure ready to show; `–` for none. */
export const valueOf = (figure: Figure | undefined): string =>
  figure?.amount === undefined ? NONE : figure.show(figure.amount);

/** By how much a figure is more (`+0:10`) or less (`−2`) than a base; empty where either is missing or they are equal. */
export function differenceOf(base: Figure | undefined, figure: Figure | undefined): string {
  if (base?.amount === undefined || figure?.amount === undefined || base.amount === figure.amount) return '';
  const apart = figure.amount - base.amount;
  return `${apart < 0 ? '−' : '+'}${figure.apart(Math.abs(apart))}`;
}

const rowOf = (figure: Figure): NumberRow => ({ label: figure.label, value: valueOf(figure), about: figure.about });

const NONE = '–';

/** How a kind of figure is shown: with so many digits behind the point, and in these words. */
interface Shown {
  readonly digits: 0 | 2;
  readonly show: (amount: number) => string;
  readonly apart?: (amount: number) => string;
}

/** To two decimals, without trailing noughts; a difference of two such has no more. */
const ratio: Shown = { digits: 2, show: (amount) => `${hundredths(amount)}` };
const percentage: Shown = {
  digits: 0,
  show: (amount) => `${amount} %`,
  apart: (amount) => `${amount} ${amount === 1 ? 'point' : 'points'}`
};
const jobs: Shown = { digits: 0, show: (amount) => `${amount}` };

const hundredths = (amount: number): number => Math.round(amount * 100) / 100;

function figure(label: string, amount: number | undefined, about: string, { digits, show, apart }: Shown): Figure {
  const exact = amount === undefined ? undefined : digits === 0 ? Math.round(amount) : hundredths(amount);
  return { label, about, amount: exact, show, apart: apart ?? show };
}

const jobFigures = ({ jobs: { arrived, released, failed, rejected } }: Figures): Figure[] => [
  figure('Jobs arrived', arrived, 'Jobs that have joined so far', jobs),
  figure('Jobs released', released, 'Done, with everything given back; the times below are theirs', jobs),
  ...(failed > 0 ? [figure('Jobs failed', failed, 'Ended for good before their work was done', jobs)] : []),
  ...(rejected > 0 ? [figure('Jobs rejected', rejected, 'Refused at the check', jobs)] : [])
];
