import type { World } from './world.ts';

/**
 * A world at one step, told by what the run makes of it in the end: the jobs that joined and are as they will be in the
 * end are left out, so that it grows with the jobs that are alive and not with all there ever were.
 */
export interface Keyframe {
  readonly step: number;
  /** Index of the first record behind it. */
  readonly at: number;
  /** No job from this one on has joined yet. */
  readonly through: number;
  /** Jobs before `through` that are not as they will be in the end, with their states and nodes. */
  readonly job: Uint32Array;
  readonly state: Uint8Array;
  readonly node: Int32Array;
  readonly free: Float64Array;
  readonly up: Uint8Array;
  readonly offered: Float64Array;
  readonly held: Float64Array;
  readonly gangs: readonly (readonly [number, readonly (readonly [number, number])[]])[];
  readonly nominated: readonly (readonly [number, number])[];
  readonly jobs: number;
}

/** Copies a world; `alive` are the jobs before `through` that are not as they will be in the end, and perhaps others. */
export function keyframe(
  world: World,
  step: number,
  at: number,
  through: number,
  alive: ReadonlySet<number>
): Keyframe {
  const job = Uint32Array.from(alive);
  const state = new Uint8Array(job.length);
  const node = new Int32Array(job.length);
  // A long run has a keyframe every thousand records, so it matters that `from` with a function takes ten times as long.
  for (let i = 0; i < job.length; i++) {
    state[i] = world.state[job[i] as number] as number;
    node[i] = world.node[job[i] as number] as number;
  }
  return {
    step,
    at,
    through,
    job,
    state,
    node,
    free: world.free.slice(),
    up: world.up.slice(),
    offered: world.offered.slice(),
    held: world.held.slice(),
    gangs: [...world.gangs].map(([gang, where]) => [gang, [...where]] as const),
    nominated: [...world.nominated],
    jobs: world.jobs
  };
}

/** Puts a world where a keyframe was taken. `final` and `finalNode` hold the states and nodes of all jobs in the end. */
export function restore(world: World, frame: Keyframe, final: Uint8Array, finalNode: Int32Array): void {
  const { through, job, state, node } = frame;
  world.state.set(final.subarray(0, through));
  world.state.fill(0, through);
  world.node.set(finalNode.subarray(0, through));
  world.node.fill(-1, through);
  for (let i = 0; i < job.length; i++) {
    world.state[job[i] as number] = state[i] as number;
    world.node[job[i] as number] = node[i] as number;
  }
  world.free.set(frame.free);
  world.up.set(frame.up);
  world.offered.set(frame.offered);
  world.held.set(frame.held);
  world.gangs.clear();
  for (const [gang, where] of frame.gangs) world.gangs.set(gang, new Map(where));
  world.nominated.clear();
  for (const [j, to] of frame.nominated) world.nominated.set(j, to);
  world.jobs = frame.jobs;
}

/** About how many bytes a keyframe of a world takes. */
export const sizeOf = (world: World, alive: number): number =>
  world.free.byteLength +
  world.up.byteLength +
  2 * world.held.byteLength +
  9 * alive +
  32 * (world.gangs.size + world.nominated.size) +
  128;
