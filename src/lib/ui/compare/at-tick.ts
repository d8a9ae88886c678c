import type { StepView } from '#lib/teaching/explain/index.ts';
import { clockOfTick, stepAtTick, type Comparison, type Side } from '#lib/teaching/fork/index.ts';

/** What a side of a comparison shows at a tick, which may lie behind its own last step. */
export interface TickView extends StepView {
  /** When the step itself was. */
  readonly happened: { readonly tick: number; readonly clock: string };
}

/** The last step of a side at or before a tick, with the time of that tick. */
function atTick(comparison: Comparison, side: Side, tick: number): TickView {
  const view = side.run.at(stepAtTick(side, tick));
  return { ...view, tick, clock: clockOfTick(comparison, tick), happened: { tick: view.tick, clock: view.clock } };
}

/** Every side of a comparison with what it shows at a tick. */
export const viewsAt = (
  comparison: Comparison,
  tick: number
): readonly { readonly side: Side; readonly view: TickView }[] =>
  comparison.sides.map((side) => ({ side, view: atTick(comparison, side, tick) }));
