import type { RunItem } from '#lib/teaching/predict/index.ts';

/** Questions for the decisions of a run, by the step behind which each is made. */
export type Predictions = Readonly<Record<number, RunItem>>;

/** The learner's answer to the question at a step. */
export interface Predicted {
  readonly step: number;
  readonly question: RunItem;
  /** Position among the options. */
  readonly option: number;
}
