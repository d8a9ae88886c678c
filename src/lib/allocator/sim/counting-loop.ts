import { CountingHeap } from './counting-heap.ts';
import { CountingQueue } from './counting-queue.ts';
import type { CountingRoom } from './counting-room.ts';

/** Jobs in order of arrival, one column a property: ticks, `service` those that a job holds its room, and its kind's index. */
export interface JobBlock {
  readonly count: number;
  readonly arrival: Float64Array;
  readonly service: Float64Array;
  readonly kind: Uint32Array;
}

/** Is told of every job that starts; the jobs that start come in order of arrival. */
export type StartSink = (job: number, arrival: number, start: number, end: number) => void;

/**
 * Runs jobs first come first served, where nobody passes one that does not fit: the engine's rules in the engine's order,
 * without the parts that such jobs never use. It tallies what cannot be told from anything else; `counting-tally.ts` makes the engine's counts of it.
 */
export class CountingLoop {
  readonly #heap = new CountingHeap();
  readonly #queue = new CountingQueue();
  #now = 0;
  /** Whether somebody waits whom nobody may pass. */
  #blocked = false;
  /** Jobs that arrived, and those of them that were rejected and queued. */
  arrived = 0;
  rejected = 0;
  queued = 0;
  /** Checks of the first that waits, and those of them after which it waits on. */
  rechecks = 0;
  waitsOn = 0;
  peakHeld = 0;
  peakWaiting = 0;

  /** @param rejects 1 for the kinds that are rejected because even the empty room would not hold them */
  constructor(
    readonly room: CountingRoom,
    readonly rejects: Uint8Array,
    readonly sink: StartSink
  ) {}

  /** Jobs that wait now. */
  get waiting(): number {
    return this.#queue.size;
  }

  get heapMoves(): number {
    return this.#heap.moves;
  }

  /** Lets the jobs of a block arrive, and all happen that happens before the last of them does. */
  arrive({ count, arrival, service, kind }: JobBlock): void {
    for (let i = 0; i < count; i++) {
      const tick = arrival[i]!;
      if (tick !== this.#now) this.#advance(tick);
      this.#join(kind[i]!, service[i]!);
    }
  }

  /** Lets all happen that is left to happen once the last job has arrived. */
  finish(): void {
    this.#advance(Infinity);
  }

  /** As `finish`, but stops after some ticks at which jobs end; true when nothing is left. */
  finishSome(ticks: number): boolean {
    for (let i = 0; i < ticks && this.#heap.size > 0; i++) this.#endAll(this.#heap.tick);
    return this.#heap.size === 0;
  }

  /** Lets all happen that comes before the jobs of a tick join; Infinity for everything there is. */
  #advance(until: number): void {
    while (this.#heap.tick < until) this.#endAll(this.#heap.tick);
    if (until < Infinity) this.#endAll(until);
  }

  /** Lets every job end that ends at a tick, then begins a pass. */
  #endAll(tick: number): void {
    const heap = this.#heap;
    this.#now = tick;
    while (heap.tick === tick) this.room.give(heap.pop());
    this.#admitWaiting();
  }

  /** The part of a pass that concerns those that wait, from the first on. */
  #admitWaiting(): void {
    const queue = this.#queue;
    while (queue.size > 0) {
      this.rechecks++;
      const booking = this.room.take(queue.kind);
      if (booking < 0) {
        this.waitsOn++;
        return;
      }
      this.#start(queue.job, booking, queue.arrival, queue.service);
      queue.shift();
    }
    this.#blocked = false;
  }

  /** The part of a pass that concerns a job that joins. */
  #join(kind: number, service: number): void {
    const job = this.arrived++;
    if (this.rejects[kind] === 1) {
      this.rejected++;
      return;
    }
    const booking = this.#blocked ? -1 : this.room.take(kind);
    if (booking >= 0) {
      this.#start(job, booking, this.#now, service);
      return;
    }
    this.#blocked = true;
    this.queued++;
    this.#queue.push(job, kind, this.#now, service);
    if (this.#queue.size > this.peakWaiting) this.peakWaiting = this.#queue.size;
  }

  #start(job: number, booking: number, arrival: number, service: number): void {
    const start = this.#now;
    this.#heap.push(start + service, booking);
    if (this.#heap.size > this.peakHeld) this.peakHeld = this.#heap.size;
    this.sink(job, arrival, start, start + service);
  }
}
