import type { Trace } from '#lib/allocator/trace/index.ts';
import { actionAt, actionLabels, type ActionId } from './step.ts';

const ids = Object.keys(actionLabels) as ActionId[];

/** What each step of a run is, a byte a step: for those who look through many steps. */
export class Actions {
  /** The first step of each kind that the run has, in the order of these steps. */
  readonly firsts = new Map<ActionId, number>();
  readonly #ids: Uint8Array;

  /** Reads every record of the run once. */
  constructor(trace: Trace) {
    this.#ids = new Uint8Array(trace.last + 1);
    for (let step = 1; step <= trace.last; step++) {
      const action = actionAt(trace, step);
      this.#ids[step] = ids.indexOf(action);
      if (!this.firsts.has(action)) this.firsts.set(action, step);
    }
  }

  /** What a step is; any but step 0, which is nothing. */
  at(step: number): ActionId {
    return ids[this.#ids[step] as number] as ActionId;
  }
}
