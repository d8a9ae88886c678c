/** Steps `from` to `to`, both included. */
export interface StepWindow {
  readonly from: number;
  readonly to: number;
}

/** At most `most` steps of a run with steps 0 to `last`, with `step` in their middle where the run allows. */
export function around(step: number, last: number, most: number): StepWindow {
  const from = Math.max(0, Math.min(step - (most >> 1), last - most + 1));
  return { from, to: Math.min(last, from + most - 1) };
}
