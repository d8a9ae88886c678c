/**
 * NVIDIA's Multi-Process Service: several processes on one GPU at the same time, each with a cap on compute and memory.
 *
 * Source: NVIDIA/k8s-device-plugin `cmd/mps-control-daemon/mps/{daemon,device}.go`, commit 1b826ac.
 *
 * @module
 */

/** The cap on each client of one GPU. */
export interface MpsLimits {
  /** Share of the GPU's threads, a whole per cent. */
  readonly activeThreadPercentage: number;
  readonly pinnedMemoryMiB: number;
}

/** Equal parts, rounded down: what is left over belongs to nobody. */
export function mpsLimits(replicas: number, memoryMiB: number): MpsLimits {
  return {
    activeThreadPercentage: Math.floor(100 / replicas),
    pinnedMemoryMiB: Math.floor(memoryMiB / replicas)
  };
}

/** How many clients one MPS server takes, and whether so many replicas are within it. */
export interface MpsClients {
  readonly maxClients: number;
  readonly valid: boolean;
}

/**
 * 48 clients, or 16 below compute capability 7.5. NVIDIA's documentation draws the line at Volta, which is 7.0; the
 * device plugin's code counts 7.0 among the older ones.
 *
 * @param computeCapability such as `8.0`, with or without a leading `v`
 */
export function mpsClients(computeCapability: string, replicas: number): MpsClients {
  const [major = 0, minor = 0] = computeCapability.replace(/^v/, '').split('.').map(Number);
  const maxClients = major > 7 || (major === 7 && minor >= 5) ? 48 : 16;
  return { maxClients, valid: replicas <= maxClients };
}
