import type { ShownRun } from './schema/shown-run.ts';

/** Whether a step is one of those that a question shows. */
export const isShown = ({ from, to }: Pick<ShownRun, 'from' | 'to'>, step: number): boolean =>
  step >= from && step <= to;
