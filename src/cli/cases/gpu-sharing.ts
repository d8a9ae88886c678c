import {
  advertised,
  GPU_RESOURCE,
  placeReplicas,
  refusesSeveral,
  type ReplicaPolicy,
  severalRefused,
  type SharingStrategy,
  timeShare,
  TOO_FEW_REPLICAS
} from '#lib/allocator/rules/gpu-sharing.ts';
import { migResource, type MigStrategy } from '#lib/allocator/rules/mig-resource.ts';
import { mpsClients, mpsLimits } from '#lib/allocator/rules/mps.ts';
import { type Case, differences, UnknownKind } from '../case-kit.ts';

interface AdvertiseCase {
  readonly gpus: number | null;
  readonly migDevices?: Readonly<Record<string, number>>;
  readonly migStrategy?: MigStrategy;
  readonly replicas: number;
  readonly renameByDefault: boolean;
}

/** What a node advertises; the first resource also as the only one, as most cases have it. */
function advertise(c: Case): unknown {
  const { gpus, migDevices = {}, migStrategy = 'mixed', replicas, renameByDefault } = c as unknown as AdvertiseCase;
  const devices = new Map<string, number>(gpus === null ? [] : [[GPU_RESOURCE, gpus]]);
  for (const [profile, count] of Object.entries(migDevices)) {
    const resource = migResource(profile, migStrategy);
    devices.set(resource, (devices.get(resource) ?? 0) + count);
  }
  const all = [...devices].map(([resource, count]) => advertised(resource, count, replicas, renameByDefault));
  return { ...all[0], resources: Object.fromEntries(all.map(({ resource, count }) => [resource, count])) };
}

function request(c: Case): unknown {
  const { strategy, requested, failRequestsGreaterThanOne } = c as unknown as {
    strategy: SharingStrategy | null;
    requested: number;
    failRequestsGreaterThanOne?: boolean | null;
  };
  const refuses = strategy !== null && (failRequestsGreaterThanOne ?? refusesSeveral(strategy));
  const refusal = refuses ? severalRefused(requested) : undefined;
  return { allowed: refusal === undefined, error: refusal?.message };
}

function allocate(c: Case): unknown {
  const {
    gpus,
    replicasPerGpu,
    policy,
    size,
    alreadyAllocated = {}
  } = c as unknown as {
    gpus: number;
    replicasPerGpu: number;
    policy: ReplicaPolicy;
    size: number;
    /** By name, `GPU-1` for the second. */
    alreadyAllocated?: Readonly<Record<string, number>>;
  };
  const allocated = new Map(Object.entries(alreadyAllocated).map(([name, n]) => [Number(/\d+$/.exec(name)?.[0]), n]));
  const shared = Array.from({ length: gpus }, (_, gpu) => ({
    replicas: replicasPerGpu,
    allocated: allocated.get(gpu) ?? 0
  }));
  const taken = placeReplicas(shared, size, policy);
  return taken === undefined
    ? { error: TOO_FEW_REPLICAS }
    : { perGpuSorted: taken.filter((n) => n > 0).sort((a, b) => a - b) };
}

function answer(c: Case): unknown {
  switch (c.kind) {
    case 'advertise':
      return advertise(c);
    case 'request':
      return request(c);
    case 'allocate':
      return allocate(c);
    case 'mpsLimits':
      return mpsLimits(c['replicas'] as number, c['memoryMiB'] as number);
    case 'mpsClients':
      return mpsClients(c['computeCapability'] as string, c['replicas'] as number);
    case 'timeShare':
      return { shareEach: timeShare(c['activeProcesses'] as number) };
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Shares are written as fractions, `1/4`. */
function sameShare(expected: unknown, actual: unknown): boolean {
  if (typeof actual !== 'number' || typeof expected !== 'string') return expected === actual;
  const [numerator, denominator = 1] = expected.split('/').map(Number);
  return numerator! / denominator === actual;
}

/** Topic `gpu-sharing`: what is advertised, refused and allocated of shared GPUs, and the limits under MPS. */
export const check = (c: Case) => differences(c.expect, answer(c), sameShare);
