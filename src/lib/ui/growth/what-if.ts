import type { Measured, Source } from '#lib/allocator/worker/index.ts';
import type { Plot } from '../plot/plot.ts';

/** Something that a slider sets. */
export interface Parameter<K extends string> {
  readonly id: K;
  readonly name: string;
  readonly unit: string;
  readonly stops: readonly number[];
  /** Where it stands at first. */
  readonly value: number;
}

export type Values<K extends string> = Readonly<Record<K, number>>;

/** One run of a question. */
export interface Ask {
  readonly name: string;
  readonly source: Source;
}

export interface Answered {
  readonly ask: Ask;
  readonly value: Measured;
}

/** One figure of each run, in one unit. */
export interface Column {
  /** With its unit: `Makespan, seconds`. */
  readonly name: string;
  readonly of: (value: Measured) => number | undefined;
}

/** A question that runs answer: what its sliders set, what is run for them, and what is read off. */
export interface WhatIf<K extends string> {
  readonly parameters: readonly Parameter<K>[];
  readonly asks: (values: Values<K>) => readonly Ask[];
  readonly caption: string;
  /** What the rows are: `How`. */
  readonly what: string;
  readonly columns: readonly Column[];
  /** The answer in a sentence, with its numbers. */
  readonly sentence: (values: Values<K>, answered: readonly Answered[]) => string;
  readonly plot?: (values: Values<K>, answered: readonly Answered[]) => Plot;
}
