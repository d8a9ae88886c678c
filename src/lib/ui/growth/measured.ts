import type { Measure } from './bench.svelte.ts';

/** Something that can be run with any number of jobs. */
export interface Experiment<T> {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** The most jobs it can be run with before a visitor has lost patience. */
  readonly most: number;
  readonly measure: Measure<T>;
}

/** Something that is read off a result: a count, a time or an amount, never a sum of these. */
export interface Quantity<T> {
  readonly id: string;
  readonly name: string;
  /** Empty where the name says it: `Allocations`. */
  readonly unit: string;
  readonly about: string;
  readonly of: (result: T) => number;
}
