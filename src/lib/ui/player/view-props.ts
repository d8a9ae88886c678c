import type { RunView, StepView } from '#lib/teaching/explain/index.ts';

/** What every view of a run is given. */
export interface ViewProps {
  readonly run: RunView;
  readonly view: StepView;
  /** Whether what lies behind this step is shown too. Not while the learner predicts. */
  readonly ahead: boolean;
}
