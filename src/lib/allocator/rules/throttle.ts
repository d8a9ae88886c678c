/**
 * What a limit does to a container that wants more: CPU over the limit is throttled, so that work takes longer; memory
 * over the limit ends the container.
 *
 * A limit of 0 or less is none, as a scenario holds it.
 *
 * Source: kernel CFS bandwidth control; kubernetes website `manage-resources-containers.md`.
 *
 * @module
 */

/** How the kernel's kill shows in a container's last state: 128 + signal 9. */
export const OOM_KILLED = { reason: 'OOMKilled', exitCode: 137 } as const;

/** Millicores that a container gets when it would use `need`; never more than `node` has. */
export function cpuGranted(need: number, limit: number, node: number = Infinity): number {
  return Math.min(need, node, limit > 0 ? limit : Infinity);
}

/** How many times as long work takes that would use `need` and is granted less; 1 where it gets what it needs. */
export const slowdownBy = (need: number, granted: number): number => Math.max(1, need / granted);

/**
 * Service time of a job that a CPU limit holds back: stretched by need / limit, rounded half up, at least one tick.
 *
 * @param service whole ticks it takes when nothing holds it back
 * @param need millicores it would use then
 */
export function throttledService(service: number, need: number, limit: number): number {
  const granted = cpuGranted(need, limit);
  return granted === need ? service : Math.max(1, Math.round((service * need) / granted));
}

/** Whether memory use ends the container; use of the whole limit is still allowed. */
export const exceedsMemoryLimit = (usage: number, limit: number): boolean => limit > 0 && usage > limit;
