import type { Source } from '#lib/allocator/worker/index.ts';
import type { Observation } from '#lib/teaching/measure/index.ts';
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

export type Settings<K extends string> = Readonly<Record<K, number>>;

/** One run of a question: a row of its table, or with an x a point of its plot. */
export interface Ask {
  readonly name: string;
  readonly n: number;
  readonly source: Source;
  readonly x?: number;
}

export interface Answered extends Observation {
  readonly ask: Ask;
}

/** One figure of each row, in one unit. */
export interface Column {
  /** With its unit: `Makespan, seconds`. */
  readonly name: string;
  readonly of: (answered: Answered) => number | undefined;
  /** The word for a row that does not have it. */
  readonly missing?: string;
}

/** A question that runs answer: what its sliders set, what is run for them, and what is read off. */
export interface WhatIf<K extends string> {
  readonly parameters: readonly Parameter<K>[];
  readonly asks: (settings: Settings<K>) => readonly Ask[];
  readonly caption: string;
  /** What the rows are: `How`. */
  readonly what: string;
  readonly columns: readonly Column[];
  /** The answer in a sentence, with its numbers; rows come in the order of their asks. */
  readonly sentence: (settings: Settings<K>, rows: readonly Answered[]) => string;
  readonly plot?: (settings: Settings<K>, points: readonly Answered[], rows: readonly Answered[]) => Plot;
}
