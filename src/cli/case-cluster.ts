/**
 * Reads the nodes and pods of case files, whose amounts are Kubernetes quantities, into the arrays that the rules take.
 */
import { type Amounts, POD_SLOTS } from '#lib/allocator/rules/fit.ts';
import type { NodeTraits, PlacementWishes } from '#lib/allocator/rules/node-filter.ts';
import { type PodSpec, type Requests, podRequest } from '#lib/allocator/rules/pod-request.ts';
import type { PreemptionPolicy } from '#lib/allocator/rules/preemption.ts';
import type { Labels } from '#lib/allocator/rules/selector.ts';
import type { Occupancy } from '#lib/allocator/rules/victims.ts';
import { milliValue, parseQuantity, wholeValue } from '#lib/base/units/index.ts';

type Quantities = Readonly<Record<string, string>>;

interface CaseContainer {
  readonly requests?: Quantities;
  readonly restartPolicy?: 'Always';
}

/** A pod as case files write it. */
export interface CasePod extends PlacementWishes {
  readonly name?: string;
  readonly node?: string;
  readonly containers: readonly CaseContainer[];
  readonly initContainers?: readonly CaseContainer[];
  readonly overhead?: Quantities;
  readonly podLevelRequests?: Quantities;
  readonly labels?: Labels;
  readonly priority?: number;
  readonly preemptionPolicy?: PreemptionPolicy;
  readonly startTime?: string;
}

/** A node as case files write it; `pods` is 110 unless it says otherwise. */
export interface CaseNode extends NodeTraits {
  readonly name: string;
  readonly allocatable: Quantities;
}

/** Nodes, the pods on them, and the pods that will arrive, with one index for all resources named anywhere. */
export interface CaseCluster {
  readonly names: readonly string[];
  readonly nodes: readonly CaseNode[];
  /** Pods already placed, by pod number. */
  readonly placed: CasePod[];
  readonly allocatable: Float64Array;
}

const FIXED = [POD_SLOTS, 'cpu', 'memory', 'ephemeral-storage'];

/** @param arriving pods whose resources must be known, though they are on no node yet */
export function readCluster(
  nodes: readonly CaseNode[],
  placed: readonly CasePod[],
  arriving: readonly CasePod[],
  scored: readonly string[] = []
): CaseCluster {
  const mentioned = [
    ...nodes.flatMap((n) => Object.keys(n.allocatable)),
    ...[...placed, ...arriving].flatMap(resourcesOf),
    ...scored
  ];
  const names = [...new Set([...FIXED, ...mentioned])];
  const rows = nodes.flatMap((n) => readAmounts({ [POD_SLOTS]: '110', ...n.allocatable }, names));
  return { names, nodes, placed: [...placed], allocatable: Float64Array.from(rows, (amount) => amount ?? 0) };
}

function resourcesOf(pod: CasePod): string[] {
  const containers = [...pod.containers, ...(pod.initContainers ?? [])].map((c) => c.requests);
  return [...containers, pod.overhead, pod.podLevelRequests].flatMap((quantities) => Object.keys(quantities ?? {}));
}

function readAmounts(quantities: Quantities | undefined, names: readonly string[]): Requests {
  return names.map((name) => {
    const text = quantities?.[name];
    if (text === undefined) return undefined;
    const quantity = parseQuantity(text);
    return Number(name === 'cpu' ? milliValue(quantity) : wholeValue(quantity));
  });
}

/** A pod's specification in numbers. It takes one pod slot, as if that were overhead. */
export function readPodSpec(pod: CasePod, names: readonly string[]): PodSpec {
  const read = (quantities: Quantities | undefined): Requests => readAmounts(quantities, names);
  return {
    containers: pod.containers.map((c) => read(c.requests)),
    initContainers: (pod.initContainers ?? []).map((c) => ({
      requests: read(c.requests),
      sidecar: c.restartPolicy === 'Always'
    })),
    overhead: read({ ...pod.overhead, [POD_SLOTS]: '1' }),
    podLevel: read(pod.podLevelRequests)
  };
}

/** What a pod asks for, by resource index. */
export const demandOf = (pod: CasePod, { names }: CaseCluster): Float64Array =>
  podRequest(readPodSpec(pod, names), names.length);

/** What the placed pods leave of every node; `request` says how much a pod takes. */
export function freeAmounts(cluster: CaseCluster, request: (pod: CasePod) => Amounts): Float64Array {
  const free = Float64Array.from(cluster.allocatable);
  for (const pod of cluster.placed) {
    const offset = cluster.nodes.findIndex((n) => n.name === pod.node) * cluster.names.length;
    const taken = request(pod);
    for (let r = 0; r < taken.length; r++) free[offset + r]! -= taken[r]!;
  }
  return free;
}

/** The cluster as preemption sees it. A pod without a start time has only just started. */
export function occupancyOf(cluster: CaseCluster): Occupancy {
  const { placed, nodes, names, allocatable } = cluster;
  return {
    free: freeAmounts(cluster, (pod) => demandOf(pod, cluster)),
    allocatable,
    width: names.length,
    podsOn: (node) => [...placed.keys()].filter((pod) => placed[pod]!.node === nodes[node]!.name),
    priorityOf: (pod) => placed[pod]!.priority ?? 0,
    startOf: (pod) => (placed[pod]!.startTime === undefined ? Infinity : Date.parse(placed[pod]!.startTime)),
    demandOf: (pod) => demandOf(placed[pod]!, cluster)
  };
}
