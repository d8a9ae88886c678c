import type { JobColumns } from './columns.ts';
import { Treap } from './treap.ts';

/**
 * When the jobs that run are expected to end, by their estimates; they are put in order from when somebody first asks for
 * the order on.
 */
export class ExpectedEnds {
  #order: Treap | undefined;

  constructor(readonly jobs: JobColumns) {}

  /** Expects a job to end at a tick; Infinity for one that does not run. */
  set(job: number, tick: number): void {
    const { expectedEnd } = this.jobs;
    if (expectedEnd[job]! < Infinity) this.#order?.remove(job);
    expectedEnd[job] = tick;
    if (tick < Infinity) this.#order?.add(job);
  }

  /** The job that is expected to end next behind another, or first of all for -1; -1 when none is left. */
  next(behind: number): number {
    this.#order ??= this.#ordered();
    return this.#order.first(behind, 0);
  }

  #ordered(): Treap {
    const { expectedEnd } = this.jobs;
    const order = new Treap(
      (a, b) => expectedEnd[a]! - expectedEnd[b]! || a - b,
      () => 0
    );
    expectedEnd.forEach((tick, job) => {
      if (tick < Infinity) order.add(job);
    });
    return order;
  }
}
