/**
 * Ends of running jobs, the earliest first: a 4-ary heap of two columns. Jobs that end at the same tick come in any
 * order, which the rooms that they give back do not tell apart; the engine's queue of events keeps more and costs more.
 *
 * A popped top leaves a hole, and the next end that is pushed falls into it. That is one way down; to fill the hole from
 * the far end and then push is one down and one up. Mostly a job starts before another ends.
 */
export class CountingHeap {
  /** Infinity beyond the places in use, of which four are kept free: the least of four children can be asked for without counting them. */
  #tick = new Float64Array(64 + 4).fill(Infinity);
  #booking = new Uint32Array(64 + 4);
  /** Places in use, the hole among them. */
  #places = 0;
  /** Place of the earliest end: the top, or the least of its children while the top is a hole. */
  #first = 0;
  /** Entries moved within the heap so far. */
  moves = 0;

  get size(): number {
    return this.#first === 0 ? this.#places : this.#places - 1;
  }

  /** Tick of the earliest end; Infinity when nothing runs. */
  get tick(): number {
    return this.#tick[this.#first]!;
  }

  push(tick: number, booking: number): void {
    if (this.#first === 0) this.#rise(tick, booking);
    else this.#fall(tick, booking);
  }

  /** Takes out an earliest end and tells its booking. Only while `size` is not 0. */
  pop(): number {
    const ticks = this.#tick;
    if (this.#first !== 0) {
      const last = --this.#places;
      const tick = ticks[last]!;
      ticks[last] = Infinity;
      this.#fall(tick, this.#booking[last]!);
    }
    this.#first = leastOfFour(ticks, 1);
    return this.#booking[0]!;
  }

  /** Takes another place. */
  #rise(tick: number, booking: number): void {
    if (this.#places + 4 === this.#tick.length) this.#grow();
    const ticks = this.#tick;
    const bookings = this.#booking;
    let at = this.#places++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (ticks[parent]! <= tick) break;
      ticks[at] = ticks[parent]!;
      bookings[at] = bookings[parent]!;
      at = parent;
      this.moves++;
    }
    ticks[at] = tick;
    bookings[at] = booking;
  }

  /** Fills the hole. */
  #fall(tick: number, booking: number): void {
    const ticks = this.#tick;
    const bookings = this.#booking;
    const places = this.#places;
    let at = 0;
    let least = this.#first;
    while (ticks[least]! < tick) {
      ticks[at] = ticks[least]!;
      bookings[at] = bookings[least]!;
      at = least;
      this.moves++;
      if (4 * at + 1 >= places) break;
      least = leastOfFour(ticks, 4 * at + 1);
    }
    ticks[at] = tick;
    bookings[at] = booking;
    this.#first = 0;
  }

  #grow(): void {
    const ticks = new Float64Array(2 * this.#places + 4).fill(Infinity);
    const bookings = new Uint32Array(2 * this.#places + 4);
    ticks.set(this.#tick);
    bookings.set(this.#booking);
    this.#tick = ticks;
    this.#booking = bookings;
  }
}

/** Place of the least of four numbers side by side. Sums in place of branches, which no processor could predict. */
function leastOfFour(ticks: Float64Array, from: number): number {
  const one = from + +(ticks[from + 1]! < ticks[from]!);
  const other = from + 2 + +(ticks[from + 3]! < ticks[from + 2]!);
  return one + (other - one) * +(ticks[other]! < ticks[one]!);
}
