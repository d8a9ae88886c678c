import { addAmounts } from '#lib/allocator/rules/gang.ts';
import type { Rank } from '#lib/allocator/scenario/index.ts';
import { Placement } from '#lib/allocator/sim/placement.ts';
import { Sim } from '#lib/allocator/sim/sim.ts';
import { unrecorded } from '#lib/allocator/sim/index.ts';
import { stream } from '#lib/base/random/index.ts';
import { Disagreement } from '../rounds.ts';
import { clusterScenario } from './cluster.ts';

/** Nanoseconds of CPU of one placement, with the release that makes room for it and all that an index does for both. */
export interface PlacementFigures {
  readonly indexed: number;
  readonly scanned: number;
}

/** A pod that holds room. */
interface Held {
  readonly kind: number;
  readonly node: number;
}

/** Nodes that a scan may look at in all while it is timed. */
const SCANNED = 5_000_000;

/** A cluster kept at a load: whenever its CPUs or GPUs are taken to that share, pods picked at random end first. */
class BusyCluster {
  readonly sim: Sim;
  readonly #held: Held[] = [];
  readonly #chance = stream(1, 'placements');
  /** Amounts that may yet be taken before the load is reached. */
  readonly #left: number[];

  constructor(nodes: number, rank: Rank, load: number) {
    const policy = { preset: 'textbook', rank } as const;
    this.sim = new Sim(clusterScenario(nodes, 1, policy), unrecorded, undefined);
    const { resources } = this.sim.scenario;
    const { allocatable } = this.sim.world;
    this.#left = resources.map((name, r) => {
      if (name === 'memory') return Infinity;
      let all = 0;
      for (let at = r; at < allocatable.length; at += resources.length) all += allocatable[at]!;
      return load * all;
    });
  }

  /** Places so many pods, one after the other; one that fits nowhere lets another end. */
  place(placement: Placement, pods: number): void {
    const { kinds } = this.sim.scenario;
    for (let i = 0; i < pods; i++) {
      while (this.#left.some((amount) => amount <= 0)) this.#release(placement);
      const kind = this.#chance.intBelow(kinds.length);
      const node = placement.placeIn(this.sim.world, kinds[kind]!, 1)?.[0]?.node;
      if (node === undefined) this.#release(placement);
      else {
        this.#book(placement, { kind, node }, 1);
        this.#held.push({ kind, node });
      }
    }
  }

  #release(placement: Placement): void {
    const which = this.#chance.intBelow(this.#held.length);
    const last = this.#held.pop()!;
    const released = this.#held[which] ?? last;
    if (which < this.#held.length) this.#held[which] = last;
    this.#book(placement, released, -1);
  }

  #book(placement: Placement, { kind, node }: Held, sign: 1 | -1): void {
    const { requests } = this.sim.scenario.kinds[kind]!;
    addAmounts(this.sim.world.free, requests, node, sign === 1 ? -1 : 1);
    requests.forEach((amount, r) => (this.#left[r]! -= sign * amount));
    placement.changed(node);
  }
}

/**
 * Times placements on a busy cluster by the index, then by the scan.
 *
 * @throws {Disagreement} if the two choose different nodes for any kind of job
 */
export function placementFigures(rank: Rank, nodes: number, load: number, pods: number): PlacementFigures {
  const cluster = new BusyCluster(nodes, rank, load);
  const index = new Placement(cluster.sim, 0);
  const scan = new Placement(cluster.sim, Infinity);
  // A node holds a few pods; so many placements that those of the beginning are mostly gone.
  cluster.place(index, 12 * nodes + pods / 10);
  const indexed = nanosOf(pods, () => cluster.place(index, pods));
  compare(cluster.sim, index, scan);
  const few = Math.min(pods, Math.max(100, SCANNED / nodes));
  cluster.place(scan, few / 10);
  return { indexed, scanned: nanosOf(few, () => cluster.place(scan, few)) };
}

function compare({ world, scenario }: Sim, index: Placement, scan: Placement): void {
  for (const kind of scenario.kinds) {
    const [ours, theirs] = [index, scan].map((placement) => placement.placeIn(world, kind, 1)?.[0]?.node);
    if (ours !== theirs) throw new Disagreement(`${kind.name}: node ${ours} by the index, ${theirs} by the scan`);
  }
}

function nanosOf(count: number, work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / count;
}
