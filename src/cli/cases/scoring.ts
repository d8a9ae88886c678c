import { type Amounts } from '#lib/allocator/rules/fit.ts';
import { assumedAmounts, assumedRequest } from '#lib/allocator/rules/pod-request.ts';
import { balancedApplies } from '#lib/allocator/rules/score-balanced.ts';
import { type ShapePoint, brokenLinear } from '#lib/allocator/rules/score-ratio.ts';
import { scoredResource } from '#lib/allocator/rules/score.ts';
import {
  type CaseCluster,
  type CaseNode,
  type CasePod,
  demandOf,
  freeAmounts,
  readCluster,
  readPodSpec
} from '../case-cluster.ts';
import { type Case, type CaseCheck, UnknownKind, differences } from '../case-kit.ts';
import { type CaseWeight, strategyNamed } from '../case-score.ts';

interface ScoringCase extends Case {
  readonly nodes: readonly CaseNode[];
  readonly existing: readonly CasePod[];
  readonly pod: CasePod;
  readonly strategy: string;
  readonly resources: readonly CaseWeight[];
  readonly shape?: readonly ShapePoint[];
  readonly newer?: { readonly skipped: boolean };
}

/** Scores of nodes by one strategy, its interpolation alone, and whether BalancedAllocation has a say. */
export const check: CaseCheck = (c) => {
  switch (c.kind) {
    case undefined:
      return scores(c as ScoringCase);
    case 'brokenLinear':
      return interpolation(c);
    case 'balancedSkip':
      return differences(c.expect, { skippedSince133: isSkipped(c as ScoringCase), skippedBefore133: false });
    default:
      throw new UnknownKind(c.kind);
  }
};

function scores(c: ScoringCase) {
  const { nodes, existing, pod, strategy, resources, shape, newer, expect } = c;
  const cluster = readCluster(
    nodes,
    existing,
    [pod],
    resources.map((r) => r.name)
  );
  const { names, allocatable } = cluster;
  const request = strategy === 'BalancedAllocation' ? demandOf : assumedDemandOf;
  const demand = request(pod, cluster);
  const free = freeAmounts(cluster, (p) => request(p, cluster));
  const scored = resources.map(({ name, weight }) => scoredResource(name, weight, names));
  const scoreOf = strategyNamed(strategy, shape);
  const byNode = nodes.map((node, i) => [node.name, scoreOf(demand, free, allocatable, i * names.length, scored)]);
  const actual = { scores: Object.fromEntries(byNode), skipped: newer === undefined ? undefined : isSkipped(c) };
  return [
    ...differences(expect, actual),
    ...(newer === undefined ? [] : differences({ skipped: newer.skipped }, actual))
  ];
}

const assumedDemandOf = (pod: CasePod, { names }: CaseCluster): Amounts =>
  assumedRequest(readPodSpec(pod, names), assumedAmounts(names));

function isSkipped({ pod, resources }: ScoringCase): boolean {
  const cluster = readCluster(
    [],
    [],
    [pod],
    resources.map((r) => r.name)
  );
  const scored = resources.map(({ name, weight }) => scoredResource(name, weight, cluster.names));
  return !balancedApplies(demandOf(pod, cluster), scored);
}

function interpolation(c: Case) {
  const { points, expect } = c as Case & {
    readonly points: readonly ShapePoint[];
    readonly expect: { readonly values: readonly { readonly p: number }[] };
  };
  const curve = brokenLinear(points);
  return differences(expect, { values: expect.values.map(({ p }) => ({ p, value: curve(p) })) });
}
