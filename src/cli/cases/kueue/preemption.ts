import {
  type AdmittedWorkload,
  byPreemptionOrder,
  type QuotaPreemptor
} from '#lib/allocator/rules/kueue-candidates.ts';
import { fairQuotaVictims } from '#lib/allocator/rules/kueue-fair-preemption.ts';
import { quotaVictims } from '#lib/allocator/rules/kueue-preemption.ts';
import { changeUsages } from '#lib/allocator/rules/kueue-quota.ts';
import type { Case } from '../../case-kit.ts';
import { byFlavor, type CohortsJson, Named, type NodeJson, resourceOf, type Texts } from './tree.ts';

interface WorkloadJson {
  name: string;
  priority: number;
  clusterQueue: string;
  requests: Texts;
  assignment?: Record<string, { flavor: string; quantity: string }>;
  reservedAt?: number;
  createdAt?: number;
  evicted?: boolean;
}

interface PreemptionCase extends CohortsJson {
  admitted: WorkloadJson[];
  incoming: { priority: number; requests: Texts; createdAt?: number };
  target: string;
  flavor?: string;
  assignment?: Record<string, { flavor: string; mode?: string }>;
}

/** The queue's policies; what is not given is Never. */
function policies({ preemption = {} }: NodeJson): QuotaPreemptor['preemption'] {
  const { withinClusterQueue, reclaimWithinCohort, borrowWithinCohort: borrow } = preemption;
  return {
    withinQueue: withinClusterQueue ?? 'Never',
    withinCohort: reclaimWithinCohort ?? 'Never',
    whileBorrowingUpTo:
      borrow === undefined || borrow.policy === 'Never' ? undefined : (borrow.maxPriorityThreshold ?? Infinity)
  };
}

/** The victims of a case of kind `preemption` or `fairPreemption`, by name. */
export function preemption(c: Case): unknown {
  const json = c as unknown as PreemptionCase;
  const flavorOf = (resource: string): string => json.assignment?.[resource]?.flavor ?? json.flavor ?? 'default';
  const demand = byFlavor(json.incoming.requests, flavorOf);
  const usages = json.admitted.map(usageOf(flavorOf));
  const named = new Named(json, [...Object.keys(demand), ...usages.flatMap(Object.keys)]);

  // Kueue breaks the last tie by UID, which its tests set to the name; here the index breaks it.
  const byName = [...json.admitted.entries()].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
  const admitted = byName.map(([i, w]): AdmittedWorkload =>
    workload(w, named.index(w.clusterQueue), named.amounts(usages[i]!))
  );
  for (const { queue, usage } of admitted) changeUsages(named.tree, queue, usage, 1);

  const contested = (cell: string): boolean => (json.assignment?.[resourceOf(cell)]?.mode ?? 'Preempt') === 'Preempt';
  const preemptor: QuotaPreemptor = {
    queue: named.index(json.target),
    priority: json.incoming.priority,
    queuedAt: json.incoming.createdAt ?? 0,
    demand: named.amounts(demand),
    contested: [...named.cells.keys()].filter((i) => named.cells[i]! in demand && contested(named.cells[i]!)),
    preemption: policies(json.clusterQueues.find((q) => q.name === json.target)!)
  };
  const search = c.kind === 'fairPreemption' ? fairQuotaVictims : quotaVictims;
  const victims = search(named.tree, preemptor, admitted);
  return { preempted: Object.fromEntries(victims.map((v) => [byName[v.workload]![1].name, v.reason])) };
}

const usageOf =
  (flavorOf: (resource: string) => string) =>
  ({ assignment, requests }: WorkloadJson): Texts =>
    assignment === undefined
      ? byFlavor(requests, flavorOf)
      : Object.fromEntries(Object.entries(assignment).map(([r, a]) => [`${a.flavor}/${r}`, a.quantity]));

const workload = (w: WorkloadJson, queue: number, usage: number[]): AdmittedWorkload => ({
  queue,
  usage,
  priority: w.priority,
  reservedAt: w.reservedAt ?? 0,
  queuedAt: w.createdAt ?? w.reservedAt ?? 0,
  evicted: w.evicted ?? false
});

/** The order in which candidates of a case are tried, by name. */
export function order(c: Case): unknown {
  const { candidates, preemptorQueue } = c as unknown as { candidates: WorkloadJson[]; preemptorQueue: string };
  const byName = [...candidates].sort((a, b) => (a.name < b.name ? -1 : 1));
  const admitted = byName.map((w) => workload(w, Number(w.clusterQueue !== preemptorQueue), []));
  const indices = [...byName.keys()].sort(byPreemptionOrder(admitted, 0));
  return { order: indices.map((i) => byName[i]!.name) };
}
