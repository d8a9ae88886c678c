import { addAmounts, fits, placeGang, traitRejection, type Amounts, type GangPod } from '#lib/allocator/rules/index.ts';
import type { JobKind } from '#lib/allocator/scenario/index.ts';
import { nodeOf } from '#lib/allocator/trace/index.ts';
import { PlacementIndex } from './placement-index.ts';
import { rankingFor, type Room } from './ranking.ts';
import type { Place, Sim } from './sim.ts';

/** Node slots from which on an index is faster than the scan. */
const INDEXED_FROM = 1000;

/**
 * Where the pods of a kind may go: the naive scan over all nodes, the algorithm that the lessons teach. In a large
 * cluster an index answers for it where one pod is asked about in the room there is.
 */
export class Placement {
  /** For each kind and node slot, whether taints, labels and cordons let the kind in; bookings play no part. */
  readonly #admits: (Uint8Array | undefined)[] = [];
  readonly #never: (boolean | undefined)[] = [];
  #index: PlacementIndex | undefined;

  /** @param indexedFrom node slots from which on there is an index; it changes no answer */
  constructor(
    readonly sim: Sim,
    readonly indexedFrom = INDEXED_FROM
  ) {}

  /** Whether the cluster is so large that there is an index. */
  get isIndexed(): boolean {
    return this.sim.world.up.length >= this.indexedFrom;
  }

  /** Is told that a node has more room or less, or is there or gone. */
  changed(node: number): void {
    this.#index?.changed(node);
  }

  /** Places for all pods of a job in the room there is now, best by rank; undefined where they do not fit. */
  place(job: number): readonly Place[] | undefined {
    return this.placeIn(this.roomFor(job), this.sim.kindOf(job), this.podsOf(job));
  }

  /** The room that a job sees: what is free, less what is kept for jobs nominated with at least its priority. */
  roomFor(job: number): Room {
    const { free, allocatable, nominated } = this.sim.world;
    return nominated.size === 0 ? this.sim.world : { free: this.lessNominated(job, free.slice()), allocatable };
  }

  /** Takes what is kept for jobs nominated with at least a job's priority out of `free`, and returns it. */
  lessNominated(job: number, free: Float64Array): Float64Array {
    for (const { job: rival, node } of this.nominatedAbove(job))
      addAmounts(free, this.sim.kindOf(rival).requests, node, -1);
    return free;
  }

  /** Jobs nominated to a node with at least a job's priority: it may not have what is kept for them. */
  nominatedAbove(job: number): { readonly job: number; readonly node: number }[] {
    const { priority } = this.sim.kindOf(job);
    return [...this.sim.world.nominated]
      .filter(([rival]) => rival !== job && this.sim.kindOf(rival).priority >= priority)
      .map(([rival, node]) => ({ job: rival, node }));
  }

  /** Pods that must be placed together for one job. */
  podsOf(job: number): number {
    return this.sim.scenario.policy.gangs === 'all-or-nothing' ? this.sim.kindOf(job).gang : 1;
  }

  /** Places for some pods of a kind in a given room, each pod where it ranks best; undefined where not all fit. */
  placeIn(room: Room, kind: JobKind, pods: number): readonly Place[] | undefined {
    if (pods === 1) {
      const node = this.#indexed(room, kind) ?? this.#best(room, kind);
      return node < 0 ? undefined : [{ node, pods: 1 }];
    }
    const { allocatable } = room;
    const pod = { demand: kind.requests, choose: (free: Amounts) => this.#best({ free, allocatable }, kind) };
    const nodes = placeGang(Array<GangPod>(pods).fill(pod), room.free);
    if (nodes === undefined) return undefined;
    const places = new Map<number, number>();
    for (const node of nodes) places.set(node, (places.get(node) ?? 0) + 1);
    return [...places].map(([node, count]) => ({ node, pods: count })).sort((a, b) => a.node - b.node);
  }

  /** Whether taints, labels and cordons let a kind onto a node. */
  admits(kind: JobKind, node: number): boolean {
    return this.#admittedBy(kind)[node] === 1;
  }

  #admittedBy(kind: JobKind): Uint8Array {
    const { scenario } = this.sim;
    const k = scenario.kinds.indexOf(kind);
    return (this.#admits[k] ??= Uint8Array.from({ length: this.sim.world.up.length }, (_, n) =>
      traitRejection(kind, nodeOf(scenario, n)) === undefined ? 1 : 0
    ));
  }

  /** Whether all nodes there are or could be, empty, would not hold the pods of a job. */
  neverFits(job: number): boolean {
    const k = this.sim.kindIndexOf(job);
    const known = this.#never[k];
    if (known !== undefined) return known;
    const kind = this.sim.kindOf(job);
    const pods = this.podsOf(job);
    const { allocatable, up } = this.sim.world;
    const width = this.sim.scenario.resources.length;
    let room = 0;
    for (let node = 0; node < up.length && room < pods; node++)
      if (this.admits(kind, node)) room += podsThatFit(kind.requests, allocatable, node * width);
    return (this.#never[k] = room < pods);
  }

  /** What the index says; undefined where there is none for this room or kind. */
  #indexed(room: Room, kind: JobKind): number | undefined {
    const { world } = this.sim;
    if (room !== world || !this.isIndexed) return undefined;
    if (this.#index?.isValid !== true) this.#index = new PlacementIndex(this.sim, (of) => this.#admittedBy(of));
    return this.#index.best(kind);
  }

  #best(room: Room, kind: JobKind): number {
    const { sim } = this;
    const { up } = sim.world;
    const { rank } = sim.scenario.policy;
    const width = sim.scenario.resources.length;
    const admitted = this.#admittedBy(kind);
    const { prefers } = rankingFor(sim.scenario, kind.requests, room);
    let best = -1;
    for (let node = 0; node < up.length; node++) {
      sim.counts.nodeChecks++;
      if (up[node] !== 1 || !fits(kind.requests, room.free, node * width) || admitted[node] !== 1) continue;
      if (rank === 'first-fit') return node;
      if (best >= 0) sim.counts.rankComparisons++;
      if (best < 0 || prefers(node, best)) best = node;
    }
    return best;
  }
}

/** How many pods of a demand an amount of room holds; Infinity for a demand of nothing. */
export function podsThatFit(demand: readonly number[], free: Amounts, offset: number): number {
  let pods = Infinity;
  demand.forEach((amount, r) => {
    if (amount > 0) pods = Math.min(pods, Math.floor((free[offset + r] as number) / amount));
  });
  return pods;
}
