import { bestNode, fits, traitRejection } from '#lib/allocator/rules/index.ts';
import type { Policy, Scenario } from '#lib/allocator/scenario/index.ts';
import { rankingFor } from '#lib/allocator/sim/index.ts';
import { nodeOf, type World } from '#lib/allocator/trace/index.ts';
import { holders, upNodes } from './words.ts';

/** What a check of one pod goes by. The wrong-on-purpose allocators read it wrongly and then apply the real rules. */
export interface Situation {
  readonly scenario: Scenario;
  readonly demand: readonly number[];
  readonly free: Float64Array;
  readonly allocatable: Float64Array;
  /** CPU, memory and devices that the running jobs really use, node-major like `free`. */
  readonly used: Float64Array;
  readonly nodes: readonly number[];
  /** Whether taints, labels and cordons let the pod onto a node. */
  readonly admits: (node: number) => boolean;
  readonly rank: Policy['rank'];
}

/** The situation of a job in a world, as the allocator sees it. */
export function situationOf(world: World, job: number): Situation {
  const { scenario } = world;
  const kind = scenario.kinds[world.kind[job] as number] as Scenario['kinds'][number];
  return {
    scenario,
    demand: kind.requests,
    free: world.free.slice(),
    allocatable: world.allocatable.slice(),
    used: usedOn(world),
    nodes: upNodes(world),
    admits: (node) => traitRejection(kind, nodeOf(scenario, node)) === undefined,
    rank: scenario.policy.rank
  };
}

/** The node that the real rules choose in a situation; -1 where none fits. */
export function nodeFor({ scenario, demand, free, allocatable, nodes, admits, rank }: Situation): number {
  const { prefers } = rankingFor({ ...scenario, policy: { ...scenario.policy, rank } }, demand, { free, allocatable });
  const fitting = nodes.filter((node) => fits(demand, free, node * demand.length) && admits(node));
  return bestNode(fitting, prefers);
}

/** What jobs use where they say it, and what they request where they do not. */
function usedOn(world: World): Float64Array {
  const { kinds, resources } = world.scenario;
  const used = new Float64Array(world.free.length);
  const cpu = resources.indexOf('cpu');
  for (const job of holders(world)) {
    const kind = kinds[world.kind[job] as number] as Scenario['kinds'][number];
    for (const { node, pods } of world.holdings(job))
      kind.requests.forEach((amount, r) => {
        const at = node * resources.length + r;
        used[at] = (used[at] as number) + pods * (r === cpu ? (kind.usage.cpu ?? amount) : amount);
      });
  }
  return used;
}
