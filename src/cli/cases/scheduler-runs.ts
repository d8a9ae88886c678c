import { scoredResource } from '#lib/allocator/rules/score.ts';
import type { ShapePoint } from '#lib/allocator/rules/score-ratio.ts';
import { type CaseNode, type CasePod, readCluster } from '../case-cluster.ts';
import { type Case, type CaseCheck, type Difference, UnknownKind, differences } from '../case-kit.ts';
import { type CycleResult, schedulingCycle } from '../case-scheduler.ts';
import { type CaseWeight, strategyNamed } from '../case-score.ts';

interface Expectation {
  readonly boundTo?: string | null;
  readonly boundToAnyOf?: readonly string[];
}

interface RunCase extends Case {
  readonly nodes: readonly CaseNode[];
  readonly existing: readonly CasePod[];
  readonly profile: {
    readonly nodeResourcesFit: string;
    readonly resources: readonly CaseWeight[];
    readonly shape?: readonly ShapePoint[];
  };
  readonly steps: readonly { readonly pod: CasePod; readonly expect: Expectation }[];
}

/** Pods that arrive one after another: where each is placed, or the message of its failure. */
export const check: CaseCheck = (c) => {
  if (c.kind !== undefined) throw new UnknownKind(c.kind);
  const { nodes, existing, profile, steps } = c as RunCase;
  const arriving = steps.map((s) => s.pod);
  const cluster = readCluster(
    nodes,
    existing,
    arriving,
    profile.resources.map((r) => r.name)
  );
  const fitScore = {
    score: strategyNamed(profile.nodeResourcesFit, profile.shape),
    resources: profile.resources.map(({ name, weight }) => scoredResource(name, weight, cluster.names))
  };
  return steps.flatMap(({ pod, expect }, i) => {
    const result = schedulingCycle(pod, cluster, fitScore);
    if (result.scheduled) cluster.placed.push({ ...pod, node: result.nodes[0]! });
    return compare(expect, result, `steps[${i}]`);
  });
};

function compare(expect: Expectation, result: CycleResult, at: string): Difference[] {
  const actual = result.scheduled
    ? { boundTo: onlyOf(result.nodes), boundToAnyOf: result.nodes }
    : { boundTo: null, message: result.message('1.31'), messageNewer: result.message('1.34') };
  return differences(expect, actual, undefined, at);
}

/** The one best node; a tie, which kube-scheduler would settle by lot, shows as the whole list. */
const onlyOf = (nodes: readonly string[]): string | readonly string[] => (nodes.length === 1 ? nodes[0]! : nodes);
