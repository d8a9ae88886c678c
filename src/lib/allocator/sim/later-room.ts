import type { Place, Sim } from './sim.ts';
import { podsThatFit } from './placement.ts';

/**
 * The room that one job will see at a later tick, kept as others give back and take: how many of its pods each node holds
 * then. All pods of a job ask for the same, so they fit together exactly if the nodes hold as many between them, however
 * the policy ranks nodes.
 */
export class LaterRoom {
  readonly #free: Float64Array;
  readonly #requests: readonly number[];
  readonly #pods: number;
  /** Pods that all nodes hold; nodes that hold more than are asked for count as that many. */
  #held: number;

  /** The room there is now. @param isFull whether the job is known not to fit in it, which saves a look at every node */
  constructor(
    readonly sim: Sim,
    readonly job: number,
    isFull: boolean
  ) {
    const { placement, world } = sim;
    this.#free = placement.lessNominated(job, world.free.slice());
    this.#requests = sim.kindOf(job).requests;
    this.#pods = placement.podsOf(job);
    this.#held = 0;
    // A single pod that does not fit is held by no node.
    if (!isFull || this.#pods > 1) world.up.forEach((_, node) => (this.#held += this.#heldBy(node)));
  }

  /** Whether all pods of the job fit. */
  get fits(): boolean {
    return this.#held >= this.#pods;
  }

  /** Adds what a job gives back, or with -1 for `sign` takes out what it takes. */
  change(job: number, places: readonly Place[], sign: 1 | -1): void {
    const { requests } = this.sim.kindOf(job);
    for (const { node, pods } of places) {
      const before = this.#heldBy(node);
      const from = node * requests.length;
      for (let r = 0; r < requests.length; r++) this.#free[from + r]! += sign * pods * requests[r]!;
      this.#held += this.#heldBy(node) - before;
    }
  }

  #heldBy(node: number): number {
    const { placement, world } = this.sim;
    if (world.up[node] !== 1 || !placement.admits(this.sim.kindOf(this.job), node)) return 0;
    const pods = podsThatFit(this.#requests, this.#free, node * this.#requests.length);
    return Math.max(0, Math.min(this.#pods, pods));
  }
}
