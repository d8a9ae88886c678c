/**
 * How much of a node's capacity pods may book: what is left after the reservations for the system and the margin that
 * hard eviction keeps free.
 *
 * Source: kubernetes `pkg/kubelet/cm/node_container_manager_linux.go` and `pkg/kubelet/eviction`, v1.31 to v1.35.
 *
 * @module
 */

/** Whole amounts by resource name: millicores, bytes, devices. */
export type NamedAmounts = Readonly<Record<string, number>>;

/** What must stay free before the kubelet evicts at once: bytes, or a percentage of the capacity. */
export type EvictionThreshold = number | { readonly percent: number };

/** The kubelet's settings that take from a node's capacity. */
export interface NodeReservations {
  readonly kubeReserved: NamedAmounts;
  readonly systemReserved: NamedAmounts;
  /** By signal; `memory.available` and `nodefs.available` are the ones that reserve something. */
  readonly evictionHard: Readonly<Record<string, EvictionThreshold>>;
}

const RESOURCE_OF_SIGNAL = new Map([
  ['memory.available', 'memory'],
  ['nodefs.available', 'ephemeral-storage']
]);

/** Bytes that a threshold keeps free. The kubelet holds percentages in 32 bits: 5 % of 10Gi is 8 bytes too many. */
function thresholdBytes(threshold: EvictionThreshold, capacity: number): number {
  if (typeof threshold === 'number') return threshold;
  return Math.trunc(capacity * Math.fround(Math.fround(threshold.percent) / 100));
}

function thresholds(evictionHard: NodeReservations['evictionHard'], capacity: NamedAmounts): NamedAmounts {
  const bytes: Record<string, number> = {};
  for (const [signal, threshold] of Object.entries(evictionHard)) {
    const resource = RESOURCE_OF_SIGNAL.get(signal);
    if (resource !== undefined) bytes[resource] = thresholdBytes(threshold, capacity[resource] ?? 0);
  }
  return bytes;
}

/** Everything that is kept from pods, by resource; a resource of which nothing is kept is absent. */
export function reservedAmounts(capacity: NamedAmounts, reservations: NodeReservations): NamedAmounts {
  const { kubeReserved, systemReserved, evictionHard } = reservations;
  const reserved: Record<string, number> = {};
  for (const amounts of [kubeReserved, systemReserved, thresholds(evictionHard, capacity)])
    for (const [name, amount] of Object.entries(amounts)) reserved[name] = (reserved[name] ?? 0) + amount;
  return reserved;
}

/** Capacity less what is reserved, for each resource of the node; never below 0. */
export const nodeAllocatable = (capacity: NamedAmounts, reserved: NamedAmounts): NamedAmounts =>
  Object.fromEntries(Object.entries(capacity).map(([name, c]) => [name, Math.max(0, c - (reserved[name] ?? 0))]));
