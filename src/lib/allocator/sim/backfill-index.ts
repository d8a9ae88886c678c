import type { Backfill } from './reservations.ts';
import type { Candidates, Queue } from './queue.ts';
import type { Sim } from './sim.ts';
import { Branches, Treap } from './treap.ts';

/** The group of those who are asked in every pass, whatever the plan says of their kind. */
const RESTLESS = -1;

/**
 * A long queue under EASY, kept so that a pass finds the next job that may start without a look at all between. Whether a
 * job fits, and whether it leaves the first its room, is the same for all jobs of a kind; whether it ends in time goes by
 * its estimate. So there is a tree of those of each kind, in the queue's order, that knows the least estimate in each part.
 */
export class BackfillIndex implements Queue {
  readonly #trees = new Map<number, Treap>();
  readonly #branches = new Branches();
  /** Group of each job that waits. */
  readonly #groupOf = new Map<number, number>();

  constructor(
    readonly sim: Sim,
    readonly compare: (a: number, b: number) => number
  ) {}

  get size(): number {
    return this.#groupOf.size;
  }

  has(job: number): boolean {
    return this.#groupOf.has(job);
  }

  add(job: number): void {
    const group = this.#groupFor(job);
    this.#groupOf.set(job, group);
    this.#treeOf(group).add(job);
  }

  remove(job: number): void {
    const group = this.#groupOf.get(job);
    if (group === undefined) return;
    this.#treeOf(group).remove(job);
    this.#groupOf.delete(job);
  }

  /** Is told that what a job waits for, or whether it is to be asked, may have changed. */
  changed(job: number): void {
    if (!this.has(job) || this.#groupOf.get(job) === this.#groupFor(job)) return;
    this.remove(job);
    this.add(job);
  }

  inOrder(): readonly number[] {
    return [...this.#groupOf.keys()].sort(this.compare);
  }

  candidates(newcomers: readonly number[]): Candidates {
    return new IndexedCandidates(this, newcomers);
  }

  /** The first job behind another, or of all for -1, that a plan may let start; -1 for none. Without a plan, the first. */
  next(behind: number, plan: Backfill | undefined): number {
    let first = -1;
    for (const [group, tree] of this.#trees) {
      if (tree.size === 0) continue;
      const most = plan === undefined || group === RESTLESS ? Infinity : plan.longest(tree.some);
      const visits = tree.visits;
      const job = tree.first(behind, most);
      this.sim.counts.queueScans += tree.visits - visits;
      if (job >= 0 && (first < 0 || this.compare(job, first) < 0)) first = job;
    }
    return first;
  }

  /** Jobs that wait for something else than room, or were woken, have more to be asked about than their kind. */
  #groupFor(job: number): number {
    const { sim } = this;
    return sim.woken.has(job) || !sim.isIn(job, 'waiting.queued') ? RESTLESS : sim.kindIndexOf(job);
  }

  #treeOf(group: number): Treap {
    const known = this.#trees.get(group);
    if (known !== undefined) return known;
    const { estimate } = this.sim.scenario.jobs;
    const made = new Treap(this.compare, (job) => estimate[job] ?? Infinity, this.#branches);
    this.#trees.set(group, made);
    return made;
  }
}

/** Merges what the plan may let start with the sorted newcomers, who are all asked. */
class IndexedCandidates implements Candidates {
  #last = -1;
  #newcomer = 0;

  constructor(
    readonly queue: BackfillIndex,
    readonly newcomers: readonly number[]
  ) {}

  next(plan: Backfill | undefined): number {
    const waiting = this.queue.next(this.#last, plan);
    const newcomer = this.newcomers[this.#newcomer] ?? -1;
    const comesFirst = newcomer >= 0 && (waiting < 0 || this.queue.compare(newcomer, waiting) < 0);
    if (comesFirst) this.#newcomer++;
    return (this.#last = comesFirst ? newcomer : waiting);
  }
}
