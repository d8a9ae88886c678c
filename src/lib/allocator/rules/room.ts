/**
 * What is free over time, by the estimates: a step function that a backfill plan cuts pieces out of.
 *
 * A room is a list of amounts of any meaning: the resources of a pool of identical nodes, or those of all nodes one
 * after the other. What a job would take of a room is the job's own affair (`Claim`), so nodes play no part here.
 *
 * @module
 */

import { type Amounts, fits } from './fit.ts';

/** Simulated time in whole ticks. */
export type Ticks = number;

/** What a job would take of a room, one amount for each of the room's; undefined where it does not fit. */
export type Claim = (room: Amounts) => Amounts | undefined;

/** A claim on a pool: the same demand wherever it is free. */
export const poolClaim =
  (demand: Amounts): Claim =>
  (room) =>
    fits(demand, room, 0) ? demand : undefined;

/** A job that holds amounts until `end`, which is its start plus its estimate. */
export interface RunningJob {
  readonly end: Ticks;
  readonly held: Amounts;
}

/** The state that a pass looks at: the tick, what is free at it, and who runs. */
export interface Room {
  readonly now: Ticks;
  readonly free: Amounts;
  readonly running: readonly RunningJob[];
}

/** Amounts kept for a job from `start` until `end`. */
export interface Reservation {
  readonly start: Ticks;
  readonly end: Ticks;
  readonly amounts: Amounts;
}

/** The amounts of `room` without those of `taken`. */
export const without = (room: Amounts, taken: Amounts): Float64Array =>
  Float64Array.from(room, (amount, r) => amount - taken[r]!);

/**
 * Free amounts from `now` on. With s distinct ends it takes O(s log s) to set up and O(s) to change; to find the earliest
 * start takes O(s²).
 */
export class FreeOverTime {
  readonly #now: Ticks;
  /** Ticks at which what is free changes, rising; the first is `now`. */
  readonly #from: Ticks[];
  /** What is free from each of those ticks until the next. */
  readonly #free: Float64Array[];

  constructor({ now, free, running }: Room) {
    this.#now = now;
    this.#from = [now];
    this.#free = [Float64Array.from(free)];
    // A job that has outrun its estimate is expected to end at any moment, so at the next tick.
    const ends = running.map(({ end, held }) => ({ end: Math.max(end, now + 1), held }));
    for (const { end, held } of ends.sort((a, b) => a.end - b.end)) {
      this.#split(end);
      if (end < Infinity) addTo(this.#free.at(-1)!, held, 1);
    }
  }

  /** What is free at a tick from `now` on; not to be changed. */
  at(tick: Ticks): Amounts {
    return this.#free[this.#from.findLastIndex((from) => from <= tick)]!;
  }

  /** The earliest amounts that stay free for the whole estimate; undefined where even an empty room is too small. */
  earliest(claim: Claim, estimate: Ticks): Reservation | undefined {
    for (const start of this.#from) {
      const end = start + estimate;
      const amounts = claim(this.#least(start, end));
      if (amounts !== undefined) return { start, end, amounts };
    }
    return undefined;
  }

  /** Cuts out amounts that somebody holds from one tick until another. */
  take({ start, end, amounts }: Reservation): void {
    this.#split(start);
    this.#split(end);
    this.#from.forEach((tick, i) => {
      if (tick >= start && tick < end) addTo(this.#free[i]!, amounts, -1);
    });
  }

  /** The least of each amount that is free at any moment of a span. */
  #least(from: Ticks, until: Ticks): Float64Array {
    const least = Float64Array.from(this.at(from));
    this.#from.forEach((tick, i) => {
      if (tick <= from || tick >= until) return;
      this.#free[i]!.forEach((amount, r) => (least[r] = Math.min(least[r]!, amount)));
    });
    return least;
  }

  /** Lets a tick after `now` begin a step of its own. */
  #split(tick: Ticks): void {
    if (tick <= this.#now || tick === Infinity) return;
    const i = this.#from.findLastIndex((from) => from <= tick);
    if (this.#from[i] === tick) return;
    this.#from.splice(i + 1, 0, tick);
    this.#free.splice(i + 1, 0, Float64Array.from(this.#free[i]!));
  }
}

function addTo(free: Float64Array, amounts: Amounts, sign: 1 | -1): void {
  for (let r = 0; r < free.length; r++) free[r]! += sign * amounts[r]!;
}
