import { exceedsNode, fits, shortages } from '#lib/allocator/rules/fit.ts';
import { shortageReason } from '#lib/allocator/rules/failed-scheduling.ts';
import { type CaseNode, type CasePod, demandOf, occupancyOf, readCluster } from '../case-cluster.ts';
import { type Case, type CaseCheck, UnknownKind, asSet, differences } from '../case-kit.ts';

/** Extended resources that the scheduler's configuration leaves to others; a group is what stands before the slash. */
interface FitConfig {
  readonly ignoredResources?: readonly string[];
  readonly ignoredResourceGroups?: readonly string[];
}

interface Insufficient {
  readonly resource: string;
}

interface FitCase extends Case {
  readonly node: Omit<CaseNode, 'name'>;
  readonly existing: readonly CasePod[];
  readonly pod: CasePod;
  readonly config?: FitConfig;
  readonly expect: { readonly reasons: readonly string[]; readonly insufficient?: readonly Insufficient[] };
}

/** One node, pods on it, one pod that arrives: does it fit, and if not, what is short? Lists compare as sets. */
export const check: CaseCheck = (c) => {
  if (c.kind !== undefined) throw new UnknownKind(c.kind);
  const { node, existing, pod, config, expect } = c as FitCase;
  const cluster = readCluster(
    [{ ...node, name: '' }],
    existing.map((p) => ({ ...p, node: '' })),
    [pod]
  );
  const { names } = cluster;
  const { free, allocatable } = occupancyOf(cluster);
  const demand = demandOf(pod, cluster).map((asked, r) => (isIgnored(names[r]!, config) ? 0 : asked));
  const short = shortages(demand, free, allocatable, 0);
  const actual = {
    fits: fits(demand, free, 0),
    reasons: asSet(short.map((s) => shortageReason(s, names))),
    insufficient: sorted(
      short.map(({ resource, asked, free, allocatable }) => ({
        resource: names[resource]!,
        requested: asked,
        used: allocatable - free,
        capacity: allocatable
      }))
    ),
    codeSince134: short.length === 0 ? 'Success' : exceedsNode(short, names) ? UNRESOLVABLE : 'Unschedulable'
  };
  const wanted = { ...expect, reasons: asSet(expect.reasons) };
  return differences(expect.insufficient ? { ...wanted, insufficient: sorted(expect.insufficient) } : wanted, actual);
};

const UNRESOLVABLE = 'UnschedulableAndUnresolvable';

const sorted = <T extends Insufficient>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.resource < b.resource ? -1 : 1));

function isIgnored(name: string, config: FitConfig = {}): boolean {
  const [group, rest] = name.split('/');
  if (rest === undefined || group === undefined || group.endsWith('kubernetes.io')) return false;
  return Boolean(config.ignoredResources?.includes(name)) || Boolean(config.ignoredResourceGroups?.includes(group));
}
