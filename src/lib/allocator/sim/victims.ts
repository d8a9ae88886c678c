import { preempt, type Amounts, type Occupancy, type PreemptionAttempt } from '#lib/allocator/rules/index.ts';
import { estimatedRemaining } from './queue-order.ts';
import type { Sim } from './sim.ts';

/** Jobs to stop on one node so that another may have it. */
export interface Victims {
  readonly node: number;
  readonly jobs: readonly number[];
}

/** Why a job may not preempt at all, or what the search on each node gave. */
export type VictimSearchResult =
  | { readonly barred: 'policy' | 'own-policy' | 'victims-stopping' | 'not-helpful' }
  | { readonly attempt: PreemptionAttempt; readonly victims: Victims | undefined };

/** What a policy goes by when it compares a waiting job with a running one: the larger may stop the smaller. */
function rankOf(sim: Sim): (job: number) => number {
  return sim.scenario.policy.order === 'shortest-remaining'
    ? (job) => -estimatedRemaining(sim, job)
    : (job) => sim.kindOf(job).priority;
}

/** Who holds room on which node, in the form the rule reads; a gang on several nodes counts on each with its pods there. */
function occupancy(sim: Sim, free: Amounts): Occupancy {
  const width = sim.scenario.resources.length;
  const podsOn = new Map<number, Map<number, number>>();
  for (const job of sim.holding)
    if (!sim.isIn(job, 'stopping'))
      for (const { node, pods } of sim.world.holdings(job)) {
        const there = podsOn.get(node) ?? new Map<number, number>();
        podsOn.set(node, there.set(job, pods));
      }
  let pods: ReadonlyMap<number, number> = new Map();
  return {
    free,
    allocatable: sim.world.allocatable,
    width,
    podsOn: (node) => {
      pods = podsOn.get(node) ?? new Map<number, number>();
      return [...pods.keys()];
    },
    priorityOf: rankOf(sim),
    startOf: (job) => (sim.isIn(job, 'running') ? (sim.jobs.startedAt[job] as number) : Infinity),
    demandOf: (job) => sim.kindOf(job).requests.map((amount) => amount * (pods.get(job) ?? 1))
  };
}

const holdsOn = (sim: Sim, job: number, node: number): boolean =>
  sim.world.holdings(job).some((place) => place.node === node);

/** Whom to stop, and where, for a job that fits nowhere now; nobody is stopped by asking. */
export function findVictims(sim: Sim, job: number): VictimSearchResult {
  const kind = sim.kindOf(job);
  if (sim.scenario.policy.preemption === 'never' || sim.placement.podsOf(job) > 1) return { barred: 'policy' };
  if (!kind.preempts) return { barred: 'own-policy' };
  const nominated = sim.world.nominated.get(job);
  if (
    nominated !== undefined &&
    [...sim.holding].some((other) => sim.isIn(other, 'stopping') && holdsOn(sim, other, nominated))
  )
    return { barred: 'victims-stopping' };
  const { up } = sim.world;
  const nodes = [...up.keys()].filter((node) => up[node] === 1 && sim.placement.admits(kind, node));
  // Taints, labels and cordons stay, whoever is stopped.
  if (nodes.length === 0) return { barred: 'not-helpful' };
  sim.counts.victimSearches += nodes.length;
  const { free } = sim.placement.roomFor(job);
  const preemptor = { demand: kind.requests, priority: rankOf(sim)(job) };
  const attempt = preempt(preemptor, nodes, occupancy(sim, free));
  const { chosen } = attempt;
  return { attempt, victims: chosen && { node: chosen.node, jobs: chosen.victims } };
}
