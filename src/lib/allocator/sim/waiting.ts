import { compareWaiting, orderMoves } from './queue-order.ts';
import type { Sim } from './sim.ts';

/** The jobs that wait, in the policy's order where that order stands still. */
export class Waiting {
  readonly #jobs: number[] = [];
  readonly #compare: (a: number, b: number) => number;
  readonly #moves: boolean;

  constructor(readonly sim: Sim) {
    this.#compare = compareWaiting(sim);
    this.#moves = orderMoves(sim.scenario.policy.order);
  }

  get size(): number {
    return this.#jobs.length;
  }

  /** The waiting jobs and the newcomers, first come first by the policy, for one pass. */
  candidates(newcomers: readonly number[]): Candidates {
    return this.#moves
      ? new MovingCandidates([...this.#jobs, ...newcomers], this.#compare)
      : new StandingCandidates(this.#jobs, newcomers.toSorted(this.#compare), this.#compare);
  }

  /** All waiting jobs in the policy's order. */
  inOrder(): readonly number[] {
    return this.#moves ? this.#jobs.toSorted(this.#compare) : this.#jobs;
  }

  has(job: number): boolean {
    return this.#jobs.includes(job);
  }

  add(job: number): void {
    this.#jobs.splice(this.#moves ? this.#jobs.length : this.#place(job), 0, job);
    this.sim.counts.peakWaiting = Math.max(this.sim.counts.peakWaiting, this.#jobs.length);
  }

  remove(job: number): void {
    const at = this.#jobs.indexOf(job);
    if (at >= 0) this.#jobs.splice(at, 1);
  }

  #place(job: number): number {
    let low = 0;
    let high = this.#jobs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(this.#jobs[middle] as number, job) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The jobs of one pass, one after the other; -1 when all were given. */
export interface Candidates {
  next(): number;
}

/** Merges the sorted queue with the sorted newcomers. Jobs may leave the queue, or join it where they stand, meanwhile. */
class StandingCandidates implements Candidates {
  #last = -1;
  #at = 0;
  #newcomer = 0;

  constructor(
    readonly queue: readonly number[],
    readonly newcomers: readonly number[],
    readonly compare: (a: number, b: number) => number
  ) {}

  next(): number {
    if (this.#last >= 0 && this.queue[this.#at] === this.#last) this.#at++;
    const waiting = this.queue[this.#at];
    const newcomer = this.newcomers[this.#newcomer];
    if (newcomer !== undefined && (waiting === undefined || this.compare(newcomer, waiting) < 0)) {
      this.#newcomer++;
      this.#last = newcomer;
    } else this.#last = waiting ?? -1;
    return this.#last;
  }
}

/** Takes the least of those left each time, because an allocation may have changed the order. */
class MovingCandidates implements Candidates {
  constructor(
    readonly left: number[],
    readonly compare: (a: number, b: number) => number
  ) {}

  next(): number {
    if (this.left.length === 0) return -1;
    let least = 0;
    for (let i = 1; i < this.left.length; i++)
      if (this.compare(this.left[i] as number, this.left[least] as number) < 0) least = i;
    return this.left.splice(least, 1)[0] as number;
  }
}
