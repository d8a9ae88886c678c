import { isTransition, type Trace } from '#lib/allocator/trace/index.ts';
import { stateId, table } from '#lib/allocator/lifecycle/index.ts';

/** When each job's state changed, and when it was checked: about 8 bytes a record, found by binary search. */
export class Histories {
  readonly #changes: Steps;
  readonly #checks: Steps;

  /** Reads every record of the run twice: to count, and to keep. */
  constructor(trace: Trace) {
    const changes: number[] = [];
    const checks: number[] = [];
    eachTransition(trace, (job, to) => {
      changes[job] = (changes[job] ?? 0) + 1;
      if (to === stateId.checking) checks[job] = (checks[job] ?? 0) + 1;
    });
    this.#changes = new Steps(changes);
    this.#checks = new Steps(checks);
    eachTransition(trace, (job, to, step) => {
      this.#changes.push(job, step);
      if (to === stateId.checking) this.#checks.push(job, step);
    });
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

const targets = Uint8Array.from(table.transitions, ({ to }) => to);

function eachTransition(trace: Trace, visit: (job: number, to: number, step: number) => void): void {
  for (let step = 1; step <= trace.last; step++) {
    const end = trace.firstOf(step + 1);
    for (let i = trace.firstOf(step); i < end; i++) {
      const kind = trace.kindOf(i);
      if (isTransition(kind)) visit(trace.subjectOf(i), targets[kind] as number, step);
    }
  }
}

/** For each job some steps, in order, in two columns shared by all jobs. */
class Steps {
  readonly #first: Uint32Array;
  readonly #steps: Uint32Array;
  /** Where the next step of each job goes. */
  readonly #next: Uint32Array;

  /** @param counts how many steps each job will have */
  constructor(counts: readonly number[]) {
    this.#first = new Uint32Array(counts.length + 1);
    for (let job = 0; job < counts.length; job++)
      this.#first[job + 1] = (this.#first[job] as number) + (counts[job] ?? 0);
    this.#steps = new Uint32Array(this.#first.at(-1) as number);
    this.#next = this.#first.slice();
  }

  push(job: number, step: number): void {
    const at = this.#next[job] as number;
    this.#steps[at] = step;
    this.#next[job] = at + 1;
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
