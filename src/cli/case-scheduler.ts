/** One scheduling cycle of kube-scheduler's default profile over the cluster of a case, made of the allocator's rules. */
import type { DisruptionBudget } from '#lib/allocator/rules/disruption-budget.ts';
import { failedSchedulingMessage } from '#lib/allocator/rules/failed-scheduling.ts';
import {
  type NodeRejection,
  type SchedulerRelease,
  fitRejection,
  isResolvable,
  traitRejection
} from '#lib/allocator/rules/node-filter.ts';
import { assumedAmounts, assumedRequest } from '#lib/allocator/rules/pod-request.ts';
import { ineligibility, preempt } from '#lib/allocator/rules/preemption.ts';
import { balancedAllocation } from '#lib/allocator/rules/score-balanced.ts';
import { profileScore } from '#lib/allocator/rules/score-profile.ts';
import { type NodeScore, type ScoredResource, scoredResource } from '#lib/allocator/rules/score.ts';
import { taintScore, untoleratedPreferences } from '#lib/allocator/rules/taints.ts';
import { type CaseCluster, type CasePod, demandOf, freeAmounts, occupancyOf, readPodSpec } from './case-cluster.ts';

/** Where the pod went: onto one of several equally good nodes, or nowhere, with the event's message and whom it evicts. */
export type CycleResult =
  | { readonly scheduled: true; readonly nodes: readonly string[] }
  | {
      readonly scheduled: false;
      readonly message: (release: SchedulerRelease) => string;
      readonly nominated: string | null;
      readonly victims: readonly string[];
    };

/** NodeResourcesFit's strategy and the resources it looks at. */
export interface FitScore {
  readonly score: NodeScore;
  readonly resources: readonly ScoredResource[];
}

/** Filters, then scores the nodes that are left, or tries a preemption where none is. */
export function schedulingCycle(
  pod: CasePod,
  cluster: CaseCluster,
  fitScore: FitScore,
  budgets: readonly DisruptionBudget[] = []
): CycleResult {
  const rejections = rejectionsOf(pod, cluster);
  const feasible = [...rejections.keys()].filter((node) => rejections[node] === undefined);
  if (feasible.length > 0) {
    const best = bestNodes(pod, feasible, cluster, fitScore);
    return { scheduled: true, nodes: best.map((node) => cluster.nodes[node]!.name) };
  }
  return afterFailure(pod, rejections as NodeRejection[], cluster, budgets);
}

/** By node; undefined where the pod fits. */
export function rejectionsOf(pod: CasePod, cluster: CaseCluster): (NodeRejection | undefined)[] {
  const demand = demandOf(pod, cluster);
  const { free, allocatable, width } = occupancyOf(cluster);
  return cluster.nodes.map(
    (node, i) => traitRejection(pod, node) ?? fitRejection(demand, free, allocatable, i * width)
  );
}

function bestNodes(pod: CasePod, feasible: readonly number[], cluster: CaseCluster, fitScore: FitScore): number[] {
  const { names, nodes, allocatable } = cluster;
  const assumed = (p: CasePod): Float64Array => assumedRequest(readPodSpec(p, names), assumedAmounts(names));
  const [assumedDemand, assumedFree] = [assumed(pod), freeAmounts(cluster, assumed)];
  const [demand, { free }] = [demandOf(pod, cluster), occupancyOf(cluster)];
  const untolerated = feasible.map((node) => untoleratedPreferences(nodes[node]!.taints ?? [], pod.tolerations ?? []));
  const worst = Math.max(...untolerated);
  const balanced = ['cpu', 'memory'].map((name) => scoredResource(name, 1, names));
  const totals = feasible.map((node, i) =>
    profileScore({
      taints: taintScore(untolerated[i]!, worst),
      fit: fitScore.score(assumedDemand, assumedFree, allocatable, node * names.length, fitScore.resources),
      balanced: balancedAllocation(demand, free, allocatable, node * names.length, balanced)
    })
  );
  return feasible.filter((_, i) => totals[i] === Math.max(...totals));
}

function afterFailure(
  pod: CasePod,
  rejections: readonly NodeRejection[],
  cluster: CaseCluster,
  budgets: readonly DisruptionBudget[]
): CycleResult {
  const { names, nodes, placed } = cluster;
  const why = ineligibility(pod.preemptionPolicy ?? 'PreemptLowerPriority');
  const preemptor = { demand: demandOf(pod, cluster), priority: pod.priority ?? 0 };
  const attempt = (release: SchedulerRelease) => {
    const resolvable = [...rejections.keys()].filter((node) => isResolvable(rejections[node]!, names, release));
    return preempt(preemptor, why === undefined ? resolvable : [], occupancyOf(cluster), budgets);
  };
  const { chosen } = attempt('1.31');
  return {
    scheduled: false,
    nominated: chosen === undefined ? null : nodes[chosen.node]!.name,
    victims: (chosen?.victims ?? []).map((victim) => placed[victim]!.name ?? ''),
    message: (release) => {
      const { searches, chosen } = attempt(release);
      if (why !== undefined)
        return failedSchedulingMessage(rejections, { outcome: 'ineligible', why }, { names, release });
      const report = chosen ? ({ outcome: 'nominated' } as const) : ({ outcome: 'failed', searches } as const);
      return failedSchedulingMessage(rejections, report, { names, release });
    }
  };
}
