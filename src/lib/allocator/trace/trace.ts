import { eventName, stateName, table, type StateName } from '#lib/allocator/lifecycle/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { change, changeNames, isTransition } from './kinds.ts';
import { RecordColumns, StepColumns, type TraceColumns } from './columns.ts';
import type { World } from './world.ts';

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

/**
 * The records of one run, in order, grouped into steps. Step 0 is before anything happens and has no records.
 * Nine bytes a record, eleven where pods are counted, and twelve a step.
 */
export class Trace implements Recorder {
  readonly #records = new RecordColumns();
  readonly #steps = new StepColumns();

  constructor(readonly scenario: Scenario) {}

  /** The trace that some columns are of. They are kept, not copied. */
  static of(scenario: Scenario, columns: TraceColumns): Trace {
    const trace = new Trace(scenario);
    trace.#records.replace(columns);
    trace.#steps.replace(columns);
    return trace;
  }

  /** All records and steps so far, copied. */
  columns(): TraceColumns {
    return { ...this.#records.columns(), ...this.#steps.columns() };
  }

  /** Begins the next step at a tick, which is never before the last one's. */
  step(tick: number): void {
    this.#steps.push(this.#records.length, tick);
  }

  /** Appends a record to the step begun last. */
  record(kind: number, subject: number, node: number, pods: number): void {
    this.#records.push(kind, subject, node, pods);
  }

  /** Number of the last step. */
  get last(): number {
    return this.#steps.last;
  }

  /** Number of records. */
  get length(): number {
    return this.#records.length;
  }

  /** Bytes that the records and steps take. */
  get bytes(): number {
    return this.#records.bytes + this.#steps.bytes;
  }

  /** Tick of a step; 0 for step 0. */
  tickOf(step: number): number {
    return this.#steps.tickOf(step);
  }

  /** Index of the first record of a step; for `last + 1` the number of records. */
  firstOf(step: number): number {
    return step > this.last ? this.length : step <= 0 ? 0 : this.#steps.firstOf(step);
  }

  /** Step that a record belongs to, by binary search. */
  stepOf(index: number): number {
    return this.#steps.stepOf(index);
  }

  /** What kind of record one is: see `kinds.ts`. */
  kindOf(index: number): number {
    return this.#records.kind[index] as number;
  }

  /** Which job (or what else the kind says) a record is about. */
  subjectOf(index: number): number {
    return this.#records.subject[index] as number;
  }

  /** The records of a step, in order. Empty for step 0. */
  recordsOf(step: number): Rec[] {
    if (step < 1 || step > this.last) return [];
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
    const { kind, subject, node } = this.#records;
    for (let i = from; i < to; i++)
      world.apply(kind[i] as number, subject[i] as number, node[i] as number, this.#records.podsOf(i));
  }

  /** Takes the records from one index down to another back from a world that stands behind them. */
  rewind(world: World, from: number, to: number): void {
    const { kind, subject, node } = this.#records;
    for (let i = from - 1; i >= to; i--)
      world.undo(kind[i] as number, subject[i] as number, node[i] as number, this.#records.podsOf(i));
  }

  #unpack(index: number, step: number): Rec {
    return {
      index,
      step,
      tick: this.tickOf(step),
      kind: this.kindOf(index),
      subject: this.subjectOf(index),
      node: this.#records.node[index] as number,
      pods: this.#records.podsOf(index)
    };
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
