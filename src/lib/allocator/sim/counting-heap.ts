/**
 * Ends of running jobs, the earliest first: a 4-ary heap of two columns. Jobs that end at the same tick come in any
 * order, which the rooms that they give back do not tell apart; the engine's queue of events keeps more and costs more.
 */
export class CountingHeap {
  #tick = new Float64Array(64);
  #booking = new Uint32Array(64);
  #size = 0;
  /** Entries moved within the heap so far. */
  moves = 0;

  get size(): number {
    return this.#size;
  }

  /** Tick of the earliest end; Infinity when nothing runs. */
  get tick(): number {
    return this.#size === 0 ? Infinity : this.#tick[0]!;
  }

  /** Booking of the job that ends earliest. Only while `size` is not 0. */
  get booking(): number {
    return this.#booking[0]!;
  }

  push(tick: number, booking: number): void {
    if (this.#size === this.#tick.length) this.#grow();
    const ticks = this.#tick;
    const bookings = this.#booking;
    let at = this.#size++;
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

  pop(): void {
    const ticks = this.#tick;
    const bookings = this.#booking;
    const size = --this.#size;
    const tick = ticks[size]!;
    let at = 0;
    for (let first = 1; first < size; first = 4 * at + 1) {
      let least = first;
      const end = Math.min(first + 4, size);
      for (let child = first + 1; child < end; child++) if (ticks[child]! < ticks[least]!) least = child;
      if (tick <= ticks[least]!) break;
      ticks[at] = ticks[least]!;
      bookings[at] = bookings[least]!;
      at = least;
      this.moves++;
    }
    ticks[at] = tick;
    bookings[at] = bookings[size]!;
  }

  #grow(): void {
    const ticks = new Float64Array(2 * this.#size);
    const bookings = new Uint32Array(2 * this.#size);
    ticks.set(this.#tick);
    bookings.set(this.#booking);
    this.#tick = ticks;
    this.#booking = bookings;
  }
}
