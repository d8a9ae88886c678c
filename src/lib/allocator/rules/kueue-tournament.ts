/**
 * From whom does fair sharing take back next? Down from the root of the cohorts, the child with the largest share.
 *
 * A node that borrows nothing is out for good, except the preemptor's own queue and what is above it: there may be
 * an imbalance, or a workload of its own to give up, further down. Between a cohort and a queue of equal share the
 * cohort goes first; between two queues the one whose first workload comes first in the order of candidates.
 *
 * Source: kubernetes-sigs/kueue `pkg/scheduler/preemption/fairsharing/ordering.go`, 2026-08.
 *
 * @module
 */

import { type AdmittedWorkload, byPreemptionOrder } from './kueue-candidates.ts';
import type { QuotaTree } from './kueue-quota.ts';
import { type BorrowedShare, compareShares, dominantResourceShare } from './kueue-share.ts';

/** The nodes above a queue, from its parent to the root. */
export function ancestors(tree: QuotaTree, queue: number): number[] {
  const path: number[] = [];
  for (let node = tree.nodes[queue]!.parent; node >= 0; node = tree.nodes[node]!.parent) path.push(node);
  return path;
}

interface Contender {
  readonly node: number;
  readonly share: BorrowedShare;
}

/** Chooses queues until no candidate is left that could be taken; shares are read from the tree at every choice. */
export class Tournament {
  readonly #tree: QuotaTree;
  readonly #own: ReadonlySet<number>;
  readonly #path: readonly number[];
  readonly #lists = new Map<number, number[]>();
  readonly #out = new Set<number>();
  readonly #order: (a: number, b: number) => number;

  /**
   * @param tree with the preemptor's demand counted as used
   * @param queue of the preemptor
   * @param candidates in the order in which they are taken from one queue
   */
  constructor(tree: QuotaTree, queue: number, admitted: readonly AdmittedWorkload[], candidates: readonly number[]) {
    this.#tree = tree;
    this.#path = [queue, ...ancestors(tree, queue)];
    this.#own = new Set(this.#path);
    this.#order = byPreemptionOrder(admitted, queue);
    for (const workload of candidates) {
      const list = this.#lists.get(admitted[workload]!.queue);
      if (list === undefined) this.#lists.set(admitted[workload]!.queue, [workload]);
      else list.push(workload);
    }
  }

  /** The queue to take from; undefined when there is none. `pop` or `drop` it before the next call. */
  next(): number | undefined {
    const root = this.#path.at(-1)!;
    if (this.#path.length === 1) return this.has(root) ? root : undefined;
    while (!this.#out.has(root)) {
      const queue = this.#descend(root);
      if (queue !== undefined) return queue;
    }
    return undefined;
  }

  has(queue: number): boolean {
    return (this.#lists.get(queue)?.length ?? 0) > 0;
  }

  /** The next candidate of a queue that has one. */
  pop(queue: number): number {
    return this.#lists.get(queue)!.shift()!;
  }

  /** Leaves a queue out from now on. */
  drop(queue: number): void {
    this.#out.add(queue);
  }

  /** The queue reached from a cohort; undefined if the way only led to nodes that are now out. */
  #descend(cohort: number): number | undefined {
    let best: Contender | undefined;
    for (const node of this.#tree.children[cohort]!) {
      if (this.#out.has(node)) continue;
      const contender = { node, share: dominantResourceShare(this.#tree, node) };
      if (this.#isOut(contender)) this.#out.add(node);
      else if (best === undefined || this.#goesBefore(contender, best)) best = contender;
    }
    if (best === undefined) {
      this.#out.add(cohort);
      return undefined;
    }
    return this.#isQueue(best.node) ? best.node : this.#descend(best.node);
  }

  #isQueue(node: number): boolean {
    return this.#tree.children[node]!.length === 0;
  }

  #isOut({ node, share }: Contender): boolean {
    return (share.ratio === 0 && !this.#own.has(node)) || (this.#isQueue(node) && !this.has(node));
  }

  #goesBefore(a: Contender, b: Contender): boolean {
    const shares = compareShares(a.share, b.share);
    if (shares !== 0) return shares > 0;
    if (!this.#isQueue(a.node)) return true;
    return this.#isQueue(b.node) && this.#order(this.#lists.get(a.node)![0]!, this.#lists.get(b.node)![0]!) < 0;
  }
}
