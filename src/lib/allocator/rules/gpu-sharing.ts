/**
 * GPUs handed out more than once: what a node advertises, which requests are refused, and which GPU a replica is on.
 *
 * A replica is access to a GPU, not a part of it: two replicas give no more compute than one, and under time slicing
 * nothing keeps the memory of those who share apart.
 *
 * Source: NVIDIA/k8s-device-plugin `internal/rm/{rm,allocate}.go`, commit 1b826ac.
 *
 * @module
 */

import { bestNode, type Prefers } from './rank.ts';

/** How one GPU serves several pods. */
export type SharingStrategy = 'timeSlicing' | 'mps';

/** The resource that whole GPUs are advertised as. */
export const GPU_RESOURCE = 'nvidia.com/gpu';

/** A resource that a node offers, and how many of it. */
export interface Advertised {
  readonly resource: string;
  readonly count: number;
}

/**
 * What GPUs, or MIG devices, of one resource are advertised as when each counts several times.
 *
 * @param replicas per device, at least 1; 1 for no sharing
 * @param rename whether shared devices get a name of their own: `renameByDefault` in the plugin's configuration
 */
export function advertised(resource: string, devices: number, replicas: number, rename = false): Advertised {
  return { resource: rename && replicas > 1 ? `${resource}.shared` : resource, count: devices * replicas };
}

/** Whether more than one replica a pod is refused where `failRequestsGreaterThanOne` is not set. */
export const refusesSeveral = (strategy: SharingStrategy): boolean => strategy === 'mps';

/** Why a pod was refused several replicas of shared GPUs: it fails with UnexpectedAdmissionError when it starts. */
export interface RequestRefusal {
  readonly requested: number;
  readonly maximum: number;
  /** The device plugin's words; its README still shows older ones. */
  readonly message: string;
}

/** The refusal of a request under `failRequestsGreaterThanOne`; undefined for one replica, however many are free. */
export function severalRefused(requested: number): RequestRefusal | undefined {
  if (requested <= 1) return undefined;
  const message = `maximum request size for shared resources is 1; found ${requested}`;
  return { requested, maximum: 1, message };
}

/** Spread the replicas over the GPUs, the plugin's default, or fill one GPU after the other. */
export type ReplicaPolicy = 'distributed' | 'packed';

/** The replicas of one GPU. */
export interface SharedGpu {
  readonly replicas: number;
  readonly allocated: number;
}

/** The device plugin's error where fewer replicas are free than a pod asks for. */
export const TOO_FEW_REPLICAS = 'not enough available devices to satisfy allocation';

/**
 * How many replicas one pod takes of each GPU, one at a time from the GPU that the policy prefers; undefined where too
 * few are free. Of GPUs with equally many allocated, the one that this pod has least of is next, then the first (the
 * plugin leaves that last tie to chance).
 */
export function placeReplicas(gpus: readonly SharedGpu[], size: number, policy: ReplicaPolicy): number[] | undefined {
  const taken = gpus.map(() => 0);
  for (let placed = 0; placed < size; placed++) {
    const gpu = preferredGpu(gpus, taken, policy);
    if (gpu === -1) return undefined;
    taken[gpu]!++;
  }
  return taken;
}

function preferredGpu(gpus: readonly SharedGpu[], taken: readonly number[], policy: ReplicaPolicy): number {
  const allocated = (gpu: number): number => gpus[gpu]!.allocated + taken[gpu]!;
  const sign = policy === 'distributed' ? 1 : -1;
  const prefers: Prefers = (a, b) => (sign * (allocated(a) - allocated(b)) || taken[a]! - taken[b]!) < 0;
  return bestNode(
    [...gpus.keys()].filter((gpu) => allocated(gpu) < gpus[gpu]!.replicas),
    prefers
  );
}

/** The part of the time that each of several busy processes gets of a time-sliced GPU, 0 to 1. */
export const timeShare = (processes: number): number => 1 / processes;
