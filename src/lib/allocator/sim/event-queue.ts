/**
 * What falls due, in the order of SPEC.md rule 1.2: by tick, then by kind, then by the order of scheduling.
 * A 4-ary heap over columns; no objects, so that a million pending events stay cheap.
 */
export class EventQueue {
  #tick = new Float64Array(64);
  #rank = new Float64Array(64);
  #subject = new Uint32Array(64);
  #stamp = new Uint32Array(64);
  #size = 0;
  #sequence = 0;
  /** Entries moved within the heap so far. */
  moves = 0;

  get size(): number {
    return this.#size;
  }

  /** Tick of what falls due first; Infinity when nothing does. */
  get tick(): number {
    return this.#size === 0 ? Infinity : (this.#tick[0] as number);
  }

  /** Kind of what falls due first. Only while `size` is not 0. */
  get kind(): number {
    return Math.floor((this.#rank[0] as number) / KIND);
  }

  get subject(): number {
    return this.#subject[0] as number;
  }

  /** The number given when it was scheduled, to tell whether it still counts. */
  get stamp(): number {
    return this.#stamp[0] as number;
  }

  /** Schedules an event of a kind (a small whole number, the smaller first) at a tick. */
  push(tick: number, kind: number, subject: number, stamp: number): void {
    if (this.#size === this.#tick.length) this.#grow();
    this.#sink(this.#size++, tick, kind * KIND + this.#sequence++, subject, stamp);
  }

  /** Removes what falls due first. */
  pop(): void {
    const last = --this.#size;
    if (last > 0)
      this.#raise(
        this.#tick[last] as number,
        this.#rank[last] as number,
        this.#subject[last] as number,
        this.#stamp[last] as number
      );
  }

  #before(tick: number, rank: number, other: number): boolean {
    const t = this.#tick[other] as number;
    return tick < t || (tick === t && rank < (this.#rank[other] as number));
  }

  #set(at: number, tick: number, rank: number, subject: number, stamp: number): void {
    this.#tick[at] = tick;
    this.#rank[at] = rank;
    this.#subject[at] = subject;
    this.#stamp[at] = stamp;
  }

  #move(to: number, from: number): void {
    this.moves++;
    this.#set(
      to,
      this.#tick[from] as number,
      this.#rank[from] as number,
      this.#subject[from] as number,
      this.#stamp[from] as number
    );
  }

  #sink(hole: number, tick: number, rank: number, subject: number, stamp: number): void {
    let at = hole;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (!this.#before(tick, rank, parent)) break;
      this.#move(at, parent);
      at = parent;
    }
    this.#set(at, tick, rank, subject, stamp);
  }

  #raise(tick: number, rank: number, subject: number, stamp: number): void {
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= this.#size) break;
      let least = first;
      const end = Math.min(first + 4, this.#size);
      for (let child = first + 1; child < end; child++)
        if (this.#before(this.#tick[child] as number, this.#rank[child] as number, least)) least = child;
      if (this.#before(tick, rank, least)) break;
      this.#move(at, least);
      at = least;
    }
    this.#set(at, tick, rank, subject, stamp);
  }

  #grow(): void {
    const size = this.#size * 2;
    const tick = new Float64Array(size);
    const rank = new Float64Array(size);
    const subject = new Uint32Array(size);
    const stamp = new Uint32Array(size);
    tick.set(this.#tick);
    rank.set(this.#rank);
    subject.set(this.#subject);
    stamp.set(this.#stamp);
    this.#tick = tick;
    this.#rank = rank;
    this.#subject = subject;
    this.#stamp = stamp;
  }
}

/** Kinds stand above sequence numbers in one key; a run schedules fewer events than this. */
const KIND = 281474976710656;
