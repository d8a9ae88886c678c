import { isTransition, type Trace } from '#lib/allocator/trace/index.ts';
import { stateId, table } from '#lib/allocator/lifecycle/index.ts';

/** When each job's state changed, and when it was checked: about 8 bytes a record, found by binary search. */
export class Histories {
  readonly #changes: Steps;
  readonly #checks: Steps;

  /** Reads every record of the run once. */
  constructor(trace: Trace) {
    this.#changes = new Steps(trace, () => true);
    this.#checks = new Steps(trace, (to) => to === stateId.checking);
  }

  /** The last step up to one in which a job's state changed; 0 for none. */
  changed(job: number, step: number): number {
    return this.#changes.lastUpTo(job, step);
  }

  /** The last step up to one in which a job was checked; 0 for none. */
  checked(job: number, step: number): number {
    return this.#checks.lastUpTo(job, step);
  }
}

/** For each job the steps of some of its transitions, in order, in two columns shared by all jobs. */
class Steps {
  readonly #first: Uint32Array;
  readonly #steps: Uint32Array;

  constructor(trace: Trace, wanted: (to: number) => boolean) {
    const each = (visit: (job: number, step: number) => void): void => {
      for (let step = 1; step <= trace.last; step++)
        for (const { kind, subject } of trace.recordsOf(step))
          if (isTransition(kind) && wanted((table.transitions[kind] as { to: number }).to)) visit(subject, step);
    };
    const counts: number[] = [];
    each((job) => (counts[job] = (counts[job] ?? 0) + 1));
    this.#first = new Uint32Array(counts.length + 1);
    for (let job = 0; job < counts.length; job++)
      this.#first[job + 1] = (this.#first[job] as number) + (counts[job] ?? 0);
    this.#steps = new Uint32Array(this.#first.at(-1) as number);
    const free = this.#first.slice();
    each((job, step) => (this.#steps[(free[job] as number)++] = step));
  }

  lastUpTo(job: number, step: number): number {
    const begin = this.#first[job] ?? 0;
    let low = begin;
    let high = this.#first[job + 1] ?? begin;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#steps[middle] as number) <= step) low = middle + 1;
      else high = middle;
    }
    return low === begin ? 0 : (this.#steps[low - 1] as number);
  }
}
