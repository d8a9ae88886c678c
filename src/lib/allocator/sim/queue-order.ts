import type { Order } from '#lib/allocator/scenario/index.ts';
import type { Sim } from './sim.ts';

/** A policy's key of a job: the smaller goes first. */
type Key = (sim: Sim, job: number) => number;

/** What is left of a job by its owner's estimate; at least one tick for one that has outrun it. */
export function estimatedRemaining(sim: Sim, job: number): number {
  const { service, estimate } = sim.scenario.jobs;
  if (job >= sim.scenario.jobs.count) return Infinity;
  const started = sim.jobs.startedAt[job] as number;
  const done = (service[job] as number) - (sim.jobs.remaining[job] as number) + (started < 0 ? 0 : sim.tick - started);
  return Math.max(1, (estimate[job] as number) - done);
}

const none: Key = () => 0;
const tenantOf = (sim: Sim, job: number): number => sim.kindOf(job).tenant;

/** One line a policy. `moves` marks those whose keys change while a job waits. */
const orders: Readonly<Record<Order, { readonly keys: readonly Key[]; readonly moves: boolean }>> = {
  fifo: { keys: [none], moves: false },
  priority: { keys: [(sim, job) => -sim.kindOf(job).priority], moves: false },
  'shortest-first': { keys: [(sim, job) => sim.scenario.jobs.estimate[job] ?? Infinity], moves: false },
  'shortest-remaining': { keys: [estimatedRemaining], moves: false },
  'round-robin': { keys: [none], moves: false },
  'fair-share': { keys: [(sim, job) => sim.ledger.usage(tenantOf(sim, job), sim.tick)], moves: true },
  drf: {
    keys: [
      (sim, job) => sim.ledger.dominantShare(tenantOf(sim, job)),
      (sim, job) => sim.ledger.allocations[tenantOf(sim, job)] as number,
      tenantOf
    ],
    moves: true
  }
};

/** Whether the order among the waiting can change without anyone joining or leaving. */
export const orderMoves = (order: Order): boolean => orders[order].moves;

/** Who goes first: the policy's keys, then who joined the queue earlier, newcomers before those sent back, then by sequence. */
export function compareWaiting(sim: Sim): (a: number, b: number) => number {
  const { keys } = orders[sim.scenario.policy.order];
  const { queuedAt, returned, sequence } = sim.jobs;
  return (a, b) => {
    for (const key of keys) {
      // Not their difference: a replica's estimate is Infinity.
      const [first, second] = [key(sim, a), key(sim, b)];
      if (first !== second) return first < second ? -1 : 1;
    }
    return (
      (queuedAt[a] as number) - (queuedAt[b] as number) ||
      (returned[a] as number) - (returned[b] as number) ||
      (sequence[a] as number) - (sequence[b] as number)
    );
  };
}
