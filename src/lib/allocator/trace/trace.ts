import { eventName, stateName, table, type StateName } from '#lib/allocator/lifecycle/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { change, changeNames, isTransition } from './kinds.ts';
import { World } from './world.ts';

/** One record, unpacked. `node` is -1 where none takes part. */
export interface Rec {
  readonly index: number;
  readonly step: number;
  readonly tick: number;
  readonly kind: number;
  readonly subject: number;
  readonly node: number;
  readonly pods: number;
}

/** What the engine writes to. */
export interface Recorder {
  step(tick: number): void;
  record(kind: number, subject: number, node: number, pods: number): void;
}

/** How many records may lie between two keyframes; a keyframe costs about as much as replaying this many. */
const spacing = (scenario: Scenario): number => Math.max(256, scenario.nodes.length * 4, scenario.jobs.count / 8);

interface Keyframe {
  readonly step: number;
  readonly state: Uint8Array;
  readonly node: Int32Array;
  readonly free: Float64Array;
  readonly up: Uint8Array;
  readonly gangs: readonly (readonly [number, readonly (readonly [number, number])[]])[];
  readonly nominated: readonly (readonly [number, number])[];
  readonly jobs: number;
}

function keyframe(world: World, step: number): Keyframe {
  return {
    step,
    state: world.state.slice(),
    node: world.node.slice(),
    free: world.free.slice(),
    up: world.up.slice(),
    gangs: [...world.gangs].map(([job, where]) => [job, [...where]] as const),
    nominated: [...world.nominated],
    jobs: world.jobs
  };
}

function restore(world: World, frame: Keyframe): void {
  world.state.fill(0);
  world.state.set(frame.state);
  world.node.fill(-1);
  world.node.set(frame.node);
  world.free.set(frame.free);
  world.up.set(frame.up);
  world.gangs.clear();
  for (const [job, where] of frame.gangs) world.gangs.set(job, new Map(where));
  world.nominated.clear();
  for (const [job, node] of frame.nominated) world.nominated.set(job, node);
  world.jobs = frame.jobs;
}

/** Typed columns that grow by doubling. */
class Columns {
  kind = new Uint8Array(256);
  subject = new Uint32Array(256);
  node = new Int32Array(256);
  pods = new Uint16Array(256);
  length = 0;

  push(kind: number, subject: number, node: number, pods: number): void {
    if (this.length === this.kind.length) this.#grow();
    const i = this.length++;
    this.kind[i] = kind;
    this.subject[i] = subject;
    this.node[i] = node;
    this.pods[i] = pods;
  }

  #grow(): void {
    const size = this.length * 2;
    const copy = <A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(from: A, to: A): A => {
      to.set(from);
      return to;
    };
    this.kind = copy(this.kind, new Uint8Array(size));
    this.subject = copy(this.subject, new Uint32Array(size));
    this.node = copy(this.node, new Int32Array(size));
    this.pods = copy(this.pods, new Uint16Array(size));
  }
}

/**
 * The records of one run, in order, grouped into steps. Step 0 is before anything happens and has no records.
 * About 11 bytes a record and 12 a step.
 */
export class Trace implements Recorder {
  readonly #columns = new Columns();
  #first = new Uint32Array(64);
  #tick = new Float64Array(64);
  #steps = 0;

  constructor(readonly scenario: Scenario) {}

  /** Begins the next step at a tick, which is never before the last one's. */
  step(tick: number): void {
    this.#steps++;
    if (this.#steps + 1 >= this.#tick.length) {
      const first = new Uint32Array(this.#tick.length * 2);
      first.set(this.#first);
      const ticks = new Float64Array(this.#tick.length * 2);
      ticks.set(this.#tick);
      this.#first = first;
      this.#tick = ticks;
    }
    this.#first[this.#steps] = this.#columns.length;
    this.#tick[this.#steps] = tick;
  }

  /** Appends a record to the step begun last. */
  record(kind: number, subject: number, node: number, pods: number): void {
    this.#columns.push(kind, subject, node, pods);
  }

  /** Number of the last step. */
  get last(): number {
    return this.#steps;
  }

  /** Number of records. */
  get length(): number {
    return this.#columns.length;
  }

  /** Tick of a step; 0 for step 0. */
  tickOf(step: number): number {
    return this.#tick[step] ?? 0;
  }

  /** Index of the first record of a step; for `last + 1` the number of records. */
  firstOf(step: number): number {
    return step > this.#steps ? this.length : step <= 0 ? 0 : (this.#first[step] as number);
  }

  /** Step that a record belongs to, by binary search. */
  stepOf(index: number): number {
    let low = 1;
    let high = this.#steps;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#first[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The records of a step, in order. Empty for step 0. */
  recordsOf(step: number): Rec[] {
    if (step < 1 || step > this.#steps) return [];
    const records: Rec[] = [];
    for (let i = this.firstOf(step); i < this.firstOf(step + 1); i++) records.push(this.#unpack(i, step));
    return records;
  }

  /** One record by index. Throws RangeError outside the run. */
  at(index: number): Rec {
    if (index < 0 || index >= this.length) throw new RangeError(`record ${index} is not one of ${this.length}`);
    return this.#unpack(index, this.stepOf(index));
  }

  /** Applies the records from one index up to another to a world that stands at the first. */
  replay(world: World, from: number, to: number): void {
    const { kind, subject, node, pods } = this.#columns;
    for (let i = from; i < to; i++)
      world.apply(kind[i] as number, subject[i] as number, node[i] as number, pods[i] as number);
  }

  /** Takes the records from one index down to another back from a world that stands behind them. */
  rewind(world: World, from: number, to: number): void {
    const { kind, subject, node, pods } = this.#columns;
    for (let i = from - 1; i >= to; i--)
      world.undo(kind[i] as number, subject[i] as number, node[i] as number, pods[i] as number);
  }

  #unpack(index: number, step: number): Rec {
    const { kind, subject, node, pods } = this.#columns;
    return {
      index,
      step,
      tick: this.tickOf(step),
      kind: kind[index] as number,
      subject: subject[index] as number,
      node: node[index] as number,
      pods: pods[index] as number
    };
  }
}

/**
 * A world that stands at a step of a trace and can be put at any other. One step back costs what one step forward
 * does; a jump starts from the nearest of here, the keyframe before and the keyframe behind.
 */
export class Cursor {
  readonly world: World;
  readonly #frames: Keyframe[] = [];
  #step = 0;

  /** Plays the trace once to set its keyframes, then stands at step 0. */
  constructor(readonly trace: Trace) {
    this.world = new World(trace.scenario);
    const every = spacing(trace.scenario);
    this.#frames.push(keyframe(this.world, 0));
    let records = 0;
    for (let step = 1; step <= trace.last; step++) {
      const from = trace.firstOf(step);
      const to = trace.firstOf(step + 1);
      trace.replay(this.world, from, to);
      records += to - from;
      if (records >= every) {
        this.#frames.push(keyframe(this.world, step));
        records = 0;
      }
    }
    restore(this.world, this.#frames[0] as Keyframe);
  }

  /** The step that the world stands at: its records are applied, no later ones are. */
  get step(): number {
    return this.#step;
  }

  /** Puts the world at a step and returns it. Throws RangeError for one that is not of the run. */
  seek(step: number): World {
    if (!Number.isInteger(step) || step < 0 || step > this.trace.last)
      throw new RangeError(`step ${step} is not one of 0 to ${this.trace.last}`);
    const at = this.trace.firstOf(step + 1);
    const here = this.trace.firstOf(this.#step + 1);
    const before = this.#frameAt(step);
    const behind = this.#frames[this.#frames.indexOf(before) + 1];
    const costOf = (frame: Keyframe): number => Math.abs(this.trace.firstOf(frame.step + 1) - at);
    const nearest = behind !== undefined && costOf(behind) < costOf(before) ? behind : before;
    let from = here;
    if (costOf(nearest) + this.world.state.length / 64 < Math.abs(here - at)) {
      restore(this.world, nearest);
      from = this.trace.firstOf(nearest.step + 1);
    }
    if (from <= at) this.trace.replay(this.world, from, at);
    else this.trace.rewind(this.world, from, at);
    this.#step = step;
    return this.world;
  }

  #frameAt(step: number): Keyframe {
    let low = 0;
    let high = this.#frames.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#frames[middle] as Keyframe).step <= step) low = middle;
      else high = middle - 1;
    }
    return this.#frames[low] as Keyframe;
  }
}

/** State names before and after a record, and the event between them, in the words of the chart. */
export function words(record: Rec): { from: StateName | 'none' | undefined; event: string; to: StateName | undefined } {
  if (isTransition(record.kind)) {
    const t = table.transitions[record.kind] as (typeof table.transitions)[number];
    return { from: stateName(t.from), event: eventName(t.event), to: stateName(t.to) };
  }
  if (record.kind === change.request) return { from: 'none', event: 'request', to: 'requested' };
  return { from: undefined, event: changeNames[record.kind] as string, to: undefined };
}
