import { fits } from '#lib/allocator/rules/index.ts';
import type { JobKind, Rank } from '#lib/allocator/scenario/index.ts';
import { Tournament } from './placement-index-tournament.ts';
import { rankingFor } from './ranking.ts';
import type { Sim } from './sim.ts';

/** Kinds that are told apart; more would cost more at every booking than the scan that they spare. */
const MOST_KINDS = 32;

/**
 * The best node for each kind of job in the room that is free now, for clusters in which a scan over all nodes takes too
 * long: one tournament a kind, which nodes that do not fit sit out. Whatever the rank, the winner is the node that the
 * scan would choose. A booking replays the matches of one node; asking costs nothing.
 */
export class PlacementIndex {
  /** By what a kind asks of nodes: kinds that ask for the same share one. */
  readonly #tournaments = new Map<string, Tournament>();
  readonly #ofKind = new Map<JobKind, Tournament | undefined>();
  readonly #rank: Rank;

  /** @param admittedBy for each node, 1 where taints, labels and cordons let a kind in */
  constructor(
    readonly sim: Sim,
    readonly admittedBy: (kind: JobKind) => Uint8Array
  ) {
    this.#rank = sim.scenario.policy.rank;
  }

  /** Whether the policy still ranks nodes as it did when the index was made. */
  get isValid(): boolean {
    return this.sim.scenario.policy.rank === this.#rank;
  }

  /** The best node for one pod of a kind, -1 for none that fits; undefined for one kind too many, which is not indexed. */
  best(kind: JobKind): number | undefined {
    if (!this.#ofKind.has(kind)) this.#ofKind.set(kind, this.#tournamentOf(kind));
    return this.#ofKind.get(kind)?.winner;
  }

  /** Is told that a node has more room or less, or is there or gone. */
  changed(node: number): void {
    for (const tournament of this.#tournaments.values()) tournament.change(node);
  }

  #tournamentOf(kind: JobKind): Tournament | undefined {
    const { requests, tolerations, nodeSelector } = kind;
    const key = JSON.stringify([requests, tolerations, nodeSelector]);
    const known = this.#tournaments.get(key);
    if (known !== undefined || this.#tournaments.size === MOST_KINDS) return known;
    const made = this.#tournament(kind);
    this.#tournaments.set(key, made);
    return made;
  }

  #tournament(kind: JobKind): Tournament {
    const { sim } = this;
    const { counts, world } = sim;
    const { requests } = kind;
    const admitted = this.admittedBy(kind);
    const { prefers, score } = rankingFor(sim.scenario, requests, world);
    const scores = new Float64Array(score === undefined ? 0 : world.up.length);
    const takesPart = (node: number): boolean => {
      counts.nodeChecks++;
      if (world.up[node] !== 1 || admitted[node] !== 1 || !fits(requests, world.free, node * requests.length))
        return false;
      if (score !== undefined) scores[node] = score(node);
      return true;
    };
    const beats = (later: number, earlier: number): boolean => {
      counts.rankComparisons++;
      return score === undefined ? prefers(later, earlier) : scores[later]! > scores[earlier]!;
    };
    return new Tournament(world.up.length, takesPart, beats);
  }
}
