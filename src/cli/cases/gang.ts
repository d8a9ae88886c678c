import { groupRefusal, permit } from '#lib/allocator/rules/coscheduling.ts';
import { fits } from '#lib/allocator/rules/fit.ts';
import { deadlockedGangs } from '#lib/allocator/rules/gang-deadlock.ts';
import { type GangPod, placeGang, placeInTurns } from '#lib/allocator/rules/gang.ts';
import { scoredResource } from '#lib/allocator/rules/score.ts';
import { volcanoBinpack } from '#lib/allocator/rules/volcano-binpack.ts';
import { milliValue, parseQuantity } from '#lib/base/units/index.ts';
import { asSet, type Case, differences, near, UnknownKind } from '../case-kit.ts';
import { allocate } from '../case-volcano.ts';

interface PreFilterCase {
  readonly group: string | null;
  readonly siblingPods: number;
  readonly gatedSiblings: number;
  readonly minMember: number | null;
  readonly minResources: Readonly<Record<string, string>> | null;
  readonly clusterCapacity: Readonly<Record<string, string>>;
}

function preFilter(c: Case): unknown {
  const { group, siblingPods, gatedSiblings, minMember, minResources, clusterCapacity } = c as unknown as PreFilterCase;
  // A pod of no group, or of one that does not exist, is not held back here.
  if (group === null || minMember === null) return { passes: true };
  const names = Object.keys(minResources ?? {});
  const amounts = (of: Readonly<Record<string, string>> | null) =>
    names.map((name) => Number(milliValue(parseQuantity(of?.[name] ?? '0'))));
  const wanted = { minMember, minResources: amounts(minResources) };
  return { passes: groupRefusal(wanted, siblingPods + 1 - gatedSiblings, amounts(clusterCapacity)) === undefined };
}

/** The only group in the fixture of the plugin's test: `minMember` is its, whatever the pod's label says. */
const EXISTING_GROUP = 'pg1';

function permitted(c: Case): unknown {
  const { group, minMember, alreadyAssigned } = c as unknown as {
    group: string | null;
    minMember: number | null;
    alreadyAssigned: number;
  };
  const found = group === EXISTING_GROUP && minMember !== null ? { minMember } : undefined;
  return { status: permit(group ?? undefined, found, alreadyAssigned) };
}

interface PoolCase {
  readonly freeGpus: number;
  readonly jobs: readonly { readonly name: string; readonly minMember: number; readonly gpusPerPod: number }[];
}

/** The gangs of a pool of GPUs, which is one node with one resource. */
const gangsOf = ({ jobs }: PoolCase): GangPod[][] =>
  jobs.map(({ minMember, gpusPerPod }) => {
    const demand = [gpusPerPod];
    return Array<GangPod>(minMember).fill({ demand, choose: (free) => (fits(demand, free, 0) ? 0 : -1) });
  });

const byName = <T>({ jobs }: PoolCase, values: readonly T[]): Record<string, T> =>
  Object.fromEntries(jobs.map(({ name }, i) => [name, values[i]!]));

function allOrNothing(c: PoolCase): unknown {
  let { freeGpus } = c;
  const runs = gangsOf(c).map((pods, i) => {
    const placed = placeGang(pods, [freeGpus]);
    freeGpus -= (placed?.length ?? 0) * c.jobs[i]!.gpusPerPod;
    return placed !== undefined;
  });
  const states = runs.map((running) => (running ? 'running' : 'waiting'));
  return { state: byName(c, states), freeGpus };
}

function podByPod(c: PoolCase): unknown {
  const gangs = gangsOf(c);
  const placed = placeInTurns(gangs, [c.freeGpus]).map((nodes) => nodes.length);
  const freeGpus = c.freeGpus - c.jobs.reduce((sum, job, i) => sum + job.gpusPerPod * placed[i]!, 0);
  const partial = gangs.map((pods, i) => ({
    held: pods.slice(0, placed[i]).map(({ demand }) => ({ demand, node: 0 })),
    missing: pods.slice(placed[i])
  }));
  return {
    placed: byName(c, placed),
    freeGpus,
    complete: c.jobs.filter((job, i) => placed[i] === job.minMember).map(({ name }) => name),
    deadlock: deadlockedGangs(partial, [freeGpus]).length > 0
  };
}

interface BinpackCase {
  readonly request: Readonly<Record<string, number>>;
  readonly nodes: readonly {
    readonly name: string;
    readonly allocatable: Readonly<Record<string, number>>;
    readonly used: Readonly<Record<string, number>>;
  }[];
  readonly resourceWeights: Readonly<Record<string, number>>;
  readonly pluginWeight: number;
}

function binpack(c: Case): unknown {
  const { request, nodes, resourceWeights, pluginWeight } = c as unknown as BinpackCase;
  const names = Object.keys(resourceWeights);
  const amounts = (of: Readonly<Record<string, number>>) => names.map((name) => of[name] ?? 0);
  const scored = names.map((name) => scoredResource(name, resourceWeights[name]!, names));
  const scores = nodes.map(({ name, allocatable, used }) => {
    const offered = amounts(allocatable);
    const free = amounts(used).map((amount, r) => offered[r]! - amount);
    return [name, pluginWeight * volcanoBinpack(amounts(request), free, offered, 0, scored)];
  });
  return { scores: Object.fromEntries(scores) };
}

function answer(c: Case): unknown {
  switch (c.kind) {
    case 'preFilter':
      return preFilter(c);
    case 'permit':
      return permitted(c);
    case 'volcanoAllocate':
      return { bind: allocate(c) };
    case 'volcanoBinpackScore':
      return binpack(c);
    case 'allOrNothing':
      return allOrNothing(c as unknown as PoolCase);
    case 'podByPod':
      return podByPod(c as unknown as PoolCase);
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Topic `gang`: the co-scheduling plugin, Volcano, and gangs on a pool of GPUs. */
export function check(c: Case) {
  const actual = answer(c);
  const found = differences(c.expect, actual, near(1e-12));
  if (c.kind !== 'volcanoAllocate') return found;
  // A case lists every pod that is bound: one more is a difference too.
  const bound = (of: unknown) => asSet(Object.keys((of as { bind: object }).bind));
  return [...found, ...differences(bound(c.expect), bound(actual), undefined, 'bound')];
}
