import type { DisruptionBudget } from '#lib/allocator/rules/disruption-budget.ts';
import { type Nomination, ineligibility, preempt } from '#lib/allocator/rules/preemption.ts';
import { leastAllocated, scoredResource } from '#lib/allocator/rules/score.ts';
import { type LabelSelector, selects } from '#lib/allocator/rules/selector.ts';
import { type Candidate } from '#lib/allocator/rules/victims.ts';
import { type CaseCluster, type CaseNode, type CasePod, demandOf, occupancyOf, readCluster } from '../case-cluster.ts';
import { type Case, type CaseCheck, type Difference, UnknownKind, asSet, differences } from '../case-kit.ts';
import { rejectionsOf, schedulingCycle } from '../case-scheduler.ts';

interface CaseBudget {
  readonly selector: LabelSelector;
  readonly disruptionsAllowed: number;
  /** Names of pods whose disruption is already under way. */
  readonly disruptedPods?: readonly string[];
}

interface PreemptionCase extends Case {
  readonly nodes: readonly CaseNode[];
  readonly existing: readonly CasePod[];
  readonly pod: CasePod;
  readonly pdbs?: readonly CaseBudget[];
}

/** DefaultPreemption: may the pod preempt, whom on each node, on which node, and what the whole scheduler says. */
export const check: CaseCheck = (c) => {
  switch (c.kind) {
    case 'eligible':
      return eligible(c);
    case 'dryRun':
      return dryRun(c as PreemptionCase);
    case 'select':
      return select(c as PreemptionCase);
    case 'preempt':
      return wholeCycle(c as PreemptionCase);
    default:
      throw new UnknownKind(c.kind);
  }
};

interface EligibleCase extends Case {
  readonly input: {
    readonly preemptionPolicy?: CasePod['preemptionPolicy'];
    readonly nominatedNode?: string | null;
    readonly nominatedNodeStatus?: string;
    readonly terminatingLowerPriorityPodOnNominatedNode?: boolean;
  };
}

function eligible(c: Case): Difference[] {
  const { preemptionPolicy, nominatedNode, ...input } = (c as EligibleCase).input;
  const nomination: Nomination | undefined = nominatedNode
    ? {
        unresolvable: input.nominatedNodeStatus === 'UnschedulableAndUnresolvable',
        victimTerminating: input.terminatingLowerPriorityPodOnNominatedNode ?? false
      }
    : undefined;
  const why = ineligibility(preemptionPolicy ?? 'PreemptLowerPriority', nomination);
  return differences(c.expect, { eligible: why === undefined });
}

const readCase = ({ nodes, existing, pod }: PreemptionCase): CaseCluster => readCluster(nodes, existing, [pod]);

function budgetsOf({ pdbs = [] }: PreemptionCase, { placed }: CaseCluster): DisruptionBudget[] {
  return pdbs.map(({ selector, disruptionsAllowed, disruptedPods = [] }) => ({
    allowed: disruptionsAllowed,
    covers: (pod) => selects(selector, placed[pod]!.labels ?? {}) && !disruptedPods.includes(placed[pod]!.name ?? '')
  }));
}

/** Tries the preemption on every node where only resources are short, and names what comes out. */
function attempt(c: PreemptionCase) {
  const cluster = readCase(c);
  const { nodes, placed } = cluster;
  const rejections = rejectionsOf(c.pod, cluster);
  const short = [...nodes.keys()].filter((node) => rejections[node]?.rule === 'fit');
  const preemptor = { demand: demandOf(c.pod, cluster), priority: c.pod.priority ?? 0 };
  const { searches, chosen } = preempt(preemptor, short, occupancyOf(cluster), budgetsOf(c, cluster));
  const named = (of: Candidate) => ({
    node: nodes[of.node]!.name,
    victims: asSet(of.victims.map((pod) => placed[pod]!.name ?? '')),
    pdbViolations: of.violations
  });
  return {
    candidates: searches.filter((s) => s.outcome === 'victims').map(named),
    chosen: chosen === undefined ? undefined : named(chosen)
  };
}

function dryRun(c: PreemptionCase): Difference[] {
  const { candidates } = c.expect as {
    readonly candidates: Record<string, { readonly victims: readonly string[]; readonly pdbViolations: number }>;
  };
  const actual = Object.fromEntries(attempt(c).candidates.map((a) => [a.node, a]));
  const wanted = Object.fromEntries(
    Object.entries(candidates).map(([node, e]) => [node, { ...e, victims: asSet(e.victims) }])
  );
  return [
    ...differences(asSet(Object.keys(wanted)), asSet(Object.keys(actual)), undefined, 'candidates'),
    ...differences(wanted, actual, undefined, 'candidates')
  ];
}

function select(c: PreemptionCase): Difference[] {
  const { nominatedNodeAnyOf, victimsByNode } = c.expect as {
    readonly nominatedNodeAnyOf: readonly string[];
    readonly victimsByNode: Record<string, readonly string[]>;
  };
  const { candidates, chosen } = attempt(c);
  const actual = Object.fromEntries(candidates.map((a) => [a.node, a.victims]));
  const wanted = Object.fromEntries(Object.entries(victimsByNode).map(([node, names]) => [node, asSet(names)]));
  const outside = !nominatedNodeAnyOf.includes(chosen?.node ?? '');
  return [
    ...(outside ? [{ at: 'nominatedNodeAnyOf', expected: nominatedNodeAnyOf, actual: chosen?.node }] : []),
    ...differences(wanted, actual, undefined, 'victimsByNode')
  ];
}

function wholeCycle(c: PreemptionCase): Difference[] {
  const cluster = readCase(c);
  const resources = ['cpu', 'memory'].map((name) => scoredResource(name, 1, cluster.names));
  const result = schedulingCycle(c.pod, cluster, { score: leastAllocated, resources }, budgetsOf(c, cluster));
  const expect = c.expect as { readonly victims: readonly string[] };
  const actual = result.scheduled
    ? { boundTo: result.nodes[0], nominatedNode: null, victims: [], firstEvent: 'Scheduled', message: null }
    : {
        boundTo: null,
        nominatedNode: result.nominated,
        victims: asSet(result.victims),
        firstEvent: 'FailedScheduling',
        message: result.message('1.31')
      };
  return differences({ ...expect, victims: asSet(expect.victims) }, actual);
}
