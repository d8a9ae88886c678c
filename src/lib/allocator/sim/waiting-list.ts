import type { Candidates, Queue } from './queue.ts';

/** The jobs that wait as a plain list, every one of which a pass looks at: the queue as the lessons teach it. */
export class WaitingList implements Queue {
  /** The places before `#head` are of jobs that left from the front; they are cut off before each pass. */
  readonly #jobs: number[] = [];
  #head = 0;

  /** @param moves whether the order may change while nobody comes or goes; the list is then in no order */
  constructor(
    readonly compare: (a: number, b: number) => number,
    readonly moves: boolean
  ) {}

  get size(): number {
    return this.#jobs.length - this.#head;
  }

  candidates(newcomers: readonly number[]): Candidates {
    // Cutting moves all that are left, so it waits until it moves fewer than have gone.
    if (this.#head > this.size) this.#cut();
    return this.moves
      ? new MovingCandidates([...this.#jobs.slice(this.#head), ...newcomers], this.compare)
      : new StandingCandidates(this.#jobs, this.#head, newcomers, this.compare);
  }

  inOrder(): readonly number[] {
    const jobs = this.#jobs.slice(this.#head);
    return this.moves ? jobs.sort(this.compare) : jobs;
  }

  has(job: number): boolean {
    return this.#indexOf(job) >= 0;
  }

  add(job: number): void {
    this.#jobs.splice(this.moves ? this.#jobs.length : this.#place(job), 0, job);
  }

  remove(job: number): void {
    const at = this.#indexOf(job);
    if (at < 0) return;
    if (at === this.#head) this.#head++;
    else this.#jobs.splice(at, 1);
  }

  #cut(): void {
    this.#jobs.splice(0, this.#head);
    this.#head = 0;
  }

  #indexOf(job: number): number {
    if (this.moves) return this.#jobs.indexOf(job, this.#head);
    const before = this.#place(job) - 1;
    return before >= this.#head && this.#jobs[before] === job ? before : -1;
  }

  /** Where a job would stand behind all that go before it, itself included. */
  #place(job: number): number {
    let low = this.#head;
    let high = this.#jobs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.#jobs[middle] as number, job) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Merges the sorted queue with the sorted newcomers. */
class StandingCandidates implements Candidates {
  #last = -1;
  #at: number;
  #newcomer = 0;

  constructor(
    readonly queue: readonly number[],
    head: number,
    readonly newcomers: readonly number[],
    readonly compare: (a: number, b: number) => number
  ) {
    this.#at = head;
  }

  next(): number {
    if (this.#last >= 0 && this.queue[this.#at] === this.#last) this.#at++;
    const waiting = this.queue[this.#at];
    const newcomer = this.newcomers[this.#newcomer];
    if (newcomer !== undefined && (waiting === undefined || this.compare(newcomer, waiting) < 0)) {
      this.#newcomer++;
      this.#last = newcomer;
    } else this.#last = waiting ?? -1;
    return this.#last;
  }
}

/** Takes the least of those left each time, because an allocation may have changed the order. */
class MovingCandidates implements Candidates {
  constructor(
    readonly left: number[],
    readonly compare: (a: number, b: number) => number
  ) {}

  next(): number {
    if (this.left.length === 0) return -1;
    let least = 0;
    for (let i = 1; i < this.left.length; i++)
      if (this.compare(this.left[i] as number, this.left[least] as number) < 0) least = i;
    return this.left.splice(least, 1)[0] as number;
  }
}
