/**
 * What requests and limits become in the kernel: time slices, weights and a memory ceiling.
 *
 * Source: kubernetes `pkg/kubelet/cm/helpers_linux.go`, v1.31 to v1.35; runc `libcontainer/cgroups` and crun for weights.
 *
 * @module
 */
import { type ComputeAmounts, total } from './compute-amounts.ts';
import { exp, ln } from './real.ts';

/** Length of the period in which a container may use its CPU quota up. */
const CFS_PERIOD_MICROS = 100_000;
const SMALLEST_QUOTA_MICROS = 1000;

const FEWEST_SHARES = 2;
const MOST_SHARES = 262_144;
const LARGEST_WEIGHT = 10_000;

/** Microseconds of CPU time a period that a limit allows; null where there is none and the node is the only bound. */
export function cfsQuota(limitMilli: number, periodMicros = CFS_PERIOD_MICROS): number | null {
  if (limitMilli === 0) return null;
  return Math.max(SMALLEST_QUOTA_MICROS, Math.floor((limitMilli * periodMicros) / 1000));
}

/** Relative weight of a CPU request, 2 to 262144 (1024 a core); it matters only where containers compete. */
export function cpuShares(requestMilli: number): number {
  return Math.min(Math.max(Math.floor((requestMilli * 1024) / 1000), FEWEST_SHARES), MOST_SHARES);
}

/** The cgroup v2 weight, 1 to 10000, of shares, as the kubelet and runtimes before runc 1.3.2 and crun 1.23 map them. */
export const linearWeight = (shares: number): number =>
  1 + Math.floor(((shares - FEWEST_SHARES) * (LARGEST_WEIGHT - 1)) / (MOST_SHARES - FEWEST_SHARES));

/**
 * The weight as newer runtimes map it: a curve through 1, 100 (of 1024 shares, the kernel's default for either) and 10000,
 * so that a container keeps its standing beside processes that have no request.
 */
export function curvedWeight(shares: number): number {
  if (shares <= FEWEST_SHARES) return 1;
  if (shares >= MOST_SHARES) return LARGEST_WEIGHT;
  const log2 = ln(shares) / Math.LN2;
  const log10OfWeight = (log2 * log2 + 125 * log2) / 612 - 7 / 34;
  // 1024 shares are a weight of 100 exactly; the last bits of a logarithm must not round that up to 101.
  return Math.ceil(exp(log10OfWeight * Math.LN10) - 1e-9);
}

/** The pod's own cgroup, which encloses those of its containers; null is not set. */
export interface PodCgroup {
  readonly shares: number;
  readonly quotaMicros: number | null;
  readonly memoryLimit: number | null;
}

/**
 * The cgroup of a pod of ordinary containers. A limit encloses the pod only where every container has one: a container
 * without a limit must not be held by its neighbour's.
 */
export function podCgroup(containers: readonly ComputeAmounts[]): PodCgroup {
  const enclosed = (limit: 'cpuLimit' | 'memoryLimit'): number =>
    containers.every((c) => c[limit] > 0) ? total(containers, limit) : 0;
  return {
    shares: cpuShares(total(containers, 'cpuRequest')),
    quotaMicros: cfsQuota(enclosed('cpuLimit')),
    memoryLimit: enclosed('memoryLimit') || null
  };
}
