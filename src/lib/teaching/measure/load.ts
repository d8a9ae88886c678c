import { mmc, type QueueMeans } from '#lib/allocator/rules/index.ts';
import type { ScenarioInput } from '#lib/allocator/scenario/index.ts';
import type { Measured } from '#lib/allocator/worker/index.ts';
import { meanOf, type Estimate } from '#lib/teaching/growth/index.ts';
import { asks, oneNode, scenarioNamed } from './family.ts';

/** Mean service in ticks: long enough that rounding draws to whole ticks changes no mean by a thousandth. */
const SERVICE = 1000;

/** A queue of slots that jobs come to at random (M/M/c). */
export interface Load {
  /** Slots, c. */
  readonly slots: number;
  /** How busy the slots are on average, above 0 and below 1. */
  readonly utilisation: number;
}

/**
 * Jobs for which the start with an empty queue weighs no more than a few per cent: the nearer to full, the longer a queue
 * remembers where it began, by the square of what is left.
 */
export const jobsFor = ({ utilisation }: Load): number =>
  Math.max(20_000, Math.round(400 / ((1 - utilisation) * (1 - utilisation))));

/** A run of a load: gaps between arrivals and services are exponential. Another seed is another sample of the same. */
export const loadScenario = ({ slots, utilisation }: Load, n: number, seed: number): ScenarioInput =>
  scenarioNamed('load', {
    seed,
    cluster: oneNode(slots),
    jobs: [{ name: 'job', count: 0, ...asks(1) }],
    workload: {
      n,
      arrival: { exponential: toMillisecond(SERVICE / (slots * utilisation)) },
      service: { exponential: SERVICE },
      like: 'job'
    }
  });

/** A scenario takes no finer span of seconds. */
const toMillisecond = (seconds: number): number => Math.round(1000 * seconds) / 1000;

/** The wait at one load, in mean services: as runs measured it, and by Erlang's formula. */
export interface LoadPoint extends Load {
  /** Over the runs, never one run's bare mean. */
  readonly measured: Estimate;
  readonly expected: number;
}

/** What Erlang C says of a load, in mean services. */
export const expectedOf = ({ slots, utilisation }: Load): QueueMeans => mmc(slots * utilisation, 1, slots);

/**
 * Holds some runs of a load, each of another seed, against Erlang C.
 *
 * @param runs at least two, or the interval is unbounded
 * @throws {RangeError} for no run
 */
export const loadPoint = (load: Load, runs: readonly Measured[]): LoadPoint => ({
  ...load,
  measured: meanOf(runs.map(({ figures }) => (figures.meanWait ?? 0) / SERVICE)),
  expected: expectedOf(load).Wq
});
