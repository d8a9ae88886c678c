import { BackfillIndex } from './backfill-index.ts';
import type { Candidates, Queue } from './queue.ts';
import { compareWaiting, orderMoves } from './queue-order.ts';
import type { Sim } from './sim.ts';
import { WaitingList } from './waiting-list.ts';

/** Waiting jobs from which on an index finds those that EASY backfill may start: SPEC.md 2.10. */
const INDEXED_FROM = 1000;

/** The jobs that wait, in the policy's order where that order stands still. */
export class Waiting {
  readonly #compare: (a: number, b: number) => number;
  readonly #mayBeIndexed: boolean;
  #queue: Queue;

  /** @param indexedFrom waiting jobs from which on there is an index; it changes no decision */
  constructor(
    readonly sim: Sim,
    readonly indexedFrom = INDEXED_FROM
  ) {
    const { order, blocked } = sim.scenario.policy;
    const moves = orderMoves(order);
    this.#compare = compareWaiting(sim);
    this.#mayBeIndexed = blocked === 'easy' && !moves;
    this.#queue = new WaitingList(this.#compare, moves);
  }

  get size(): number {
    return this.#queue.size;
  }

  /** Whether the jobs are kept so that a pass need not look at all of them. */
  get isIndexed(): boolean {
    return this.#queue instanceof BackfillIndex;
  }

  /** The waiting jobs and the newcomers, first come first by the policy, for one pass. */
  candidates(newcomers: readonly number[]): Candidates {
    this.#keepAsSuits();
    return this.#queue.candidates(this.sorted(newcomers));
  }

  /** All waiting jobs in the policy's order. */
  inOrder(): readonly number[] {
    return this.#queue.inOrder();
  }

  /** Some jobs in the policy's order. */
  sorted(jobs: readonly number[]): number[] {
    return jobs.toSorted(this.#compare);
  }

  has(job: number): boolean {
    return this.#queue.has(job);
  }

  add(job: number): void {
    this.#queue.add(job);
    this.sim.counts.peakWaiting = Math.max(this.sim.counts.peakWaiting, this.size);
  }

  /** Does nothing where a job does not wait. */
  remove(job: number): void {
    this.#queue.remove(job);
  }

  /** Is told that a job, if it waits, may wait for something else than before, or is to be asked. */
  changed(job: number): void {
    if (this.#queue instanceof BackfillIndex) this.#queue.changed(job);
  }

  /** Turns a list that has grown long into an index, and back when it is half as long. */
  #keepAsSuits(): void {
    if (!this.#mayBeIndexed || this.size >= this.indexedFrom === this.isIndexed) return;
    if (this.isIndexed && 2 * this.size >= this.indexedFrom) return;
    const jobs = this.inOrder();
    this.#queue = this.isIndexed ? new WaitingList(this.#compare, false) : new BackfillIndex(this.sim, this.#compare);
    for (const job of jobs) this.#queue.add(job);
  }
}
