import { keyframe, restore, sizeOf, type Keyframe } from './keyframe.ts';
import { change, isTransition } from './kinds.ts';
import type { Trace } from './trace.ts';
import { World } from './world.ts';

/** Keyframes are so far apart that they take no more than this many bytes a record. */
const BYTES_A_RECORD = 2;
/** Nearer than this, replaying costs less than copying even a small keyframe. */
const NEAR = 256;

/**
 * A world that stands at a step of a trace and can be put at any other. One step back costs what one step forward
 * does; a jump starts from the nearest of here, the keyframe before and the keyframe behind.
 */
export class Cursor {
  readonly world: World;
  readonly #frames: Keyframe[] = [];
  readonly #finalState: Uint8Array;
  readonly #finalNode: Int32Array;
  #step = 0;

  /** Bytes that the keyframes take. */
  get bytes(): number {
    const frames = this.#frames.reduce((sum, frame) => sum + sizeOf(this.world, frame.job.length), 0);
    return frames + this.#finalState.byteLength + this.#finalNode.byteLength;
  }

  /** Plays the trace once to set its keyframes, then stands at step 0. */
  constructor(readonly trace: Trace) {
    this.world = new World(trace.scenario);
    this.#setKeyframes();
    this.#finalState = this.world.state.slice();
    this.#finalNode = this.world.node.slice();
    this.#restore(this.#frames[0] as Keyframe);
  }

  /** The step that the world stands at: its records are applied, no later ones are. */
  get step(): number {
    return this.#step;
  }

  /** Puts the world at a step and returns it. Throws RangeError for one that is not of the run. */
  seek(step: number): World {
    if (!Number.isInteger(step) || step < 0 || step > this.trace.last)
      throw new RangeError(`step ${step} is not one of 0 to ${this.trace.last}`);
    const to = this.trace.firstOf(step + 1);
    const from = this.#nearTo(to);
    if (from <= to) this.trace.replay(this.world, from, to);
    else this.trace.rewind(this.world, from, to);
    this.#step = step;
    return this.world;
  }

  /** Puts the world at the nearest place from which to go on to a record, and answers that place. */
  #nearTo(record: number): number {
    const here = this.trace.firstOf(this.#step + 1);
    const away = Math.abs(here - record);
    if (away <= NEAR) return here;
    const nearest = this.#nearestFrame(record);
    // To copy a keyframe costs about as much as to replay as many records as an eighth of what it takes.
    const cost =
      Math.abs(nearest.at - record) + (sizeOf(this.world, nearest.job.length) + this.world.state.length) / 64;
    if (cost >= away) return here;
    this.#restore(nearest);
    return nearest.at;
  }

  #nearestFrame(record: number): Keyframe {
    let low = 0;
    let high = this.#frames.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#frames[middle] as Keyframe).at <= record) low = middle;
      else high = middle - 1;
    }
    const before = this.#frames[low] as Keyframe;
    const behind = this.#frames[low + 1];
    return behind !== undefined && behind.at - record < record - before.at ? behind : before;
  }

  #restore(frame: Keyframe): void {
    restore(this.world, frame, this.#finalState, this.#finalNode);
  }

  #setKeyframes(): void {
    const { trace, world } = this;
    const alive = new Alive(trace, jobsIn(trace));
    let last = 0;
    this.#frames.push(keyframe(world, 0, 0, 0, new Set()));
    for (let step = 1; step <= trace.last; step++) {
      const from = trace.firstOf(step);
      const to = trace.firstOf(step + 1);
      trace.replay(world, from, to);
      alive.follow(from, to);
      if ((to - last) * BYTES_A_RECORD < sizeOf(world, alive.jobs.size) || to - last < NEAR) continue;
      this.#frames.push(keyframe(world, step, to, alive.through, alive.jobs));
      last = to;
    }
  }
}

/** Which jobs are between their first record and their last, as one goes along a trace. */
class Alive {
  readonly jobs = new Set<number>();
  /** No job from this one on has joined yet. */
  through = 0;
  /** Index of the last record of each job. */
  readonly #last: Uint32Array;

  constructor(
    readonly trace: Trace,
    jobs: number
  ) {
    this.#last = new Uint32Array(jobs);
    for (let i = 0; i < trace.length; i++) if (changesJob(trace.kindOf(i))) this.#last[trace.subjectOf(i)] = i;
  }

  /** Goes on over some records. */
  follow(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (!changesJob(this.trace.kindOf(i))) continue;
      const job = this.trace.subjectOf(i);
      // Jobs may join out of order: those passed over have not joined, which they will have in the end.
      while (this.through <= job) this.jobs.add(this.through++);
      if (this.#last[job] === i) this.jobs.delete(job);
    }
  }
}

/** One more than the highest number of a job that joined. */
function jobsIn(trace: Trace): number {
  let jobs = 0;
  for (let i = 0; i < trace.length; i++)
    if (trace.kindOf(i) === change.request) jobs = Math.max(jobs, trace.subjectOf(i) + 1);
  return jobs;
}

/** Whether a record changes the state of its subject, or where it is. */
const changesJob = (kind: number): boolean =>
  isTransition(kind) || kind === change.request || kind === change.book || kind === change.free;
