/** Jobs that wait, each with a key; a smaller key goes first, then a smaller job. Counts how often two are compared. */
export interface ComparedQueue {
  readonly comparisons: number;
  add(job: number, key: number): void;
  /** Takes the first out. Only while there is one. */
  takeLeast(): number;
}

interface Entry {
  readonly job: number;
  readonly key: number;
}

const goesBefore = (a: Entry, b: Entry): boolean => a.key < b.key || (a.key === b.key && a.job < b.job);

/** Jobs as they came: adding costs no comparison, taking one for every job but one. */
export class ListQueue implements ComparedQueue {
  readonly #entries: Entry[] = [];
  comparisons = 0;

  add(job: number, key: number): void {
    this.#entries.push({ job, key });
  }

  takeLeast(): number {
    let least = 0;
    for (let i = 1; i < this.#entries.length; i++) {
      this.comparisons++;
      if (goesBefore(this.#entries[i]!, this.#entries[least]!)) least = i;
    }
    const [taken] = this.#entries.splice(least, 1);
    return taken!.job;
  }
}

/** A binary heap: the first on top, each before the two below it. Adding and taking follow one path. */
export class HeapQueue implements ComparedQueue {
  readonly #entries: Entry[] = [];
  comparisons = 0;

  add(job: number, key: number): void {
    const entry = { job, key };
    let at = this.#entries.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(entry, this.#entries[parent]!)) break;
      this.#entries[at] = this.#entries[parent]!;
      at = parent;
    }
    this.#entries[at] = entry;
  }

  takeLeast(): number {
    const entries = this.#entries;
    const { job } = entries[0]!;
    const last = entries.pop()!;
    if (entries.length > 0) this.#sink(last);
    return job;
  }

  /** Puts an entry on top and lets it sink to where it belongs. */
  #sink(entry: Entry): void {
    const entries = this.#entries;
    let at = 0;
    for (let child = 1; child < entries.length; child = 2 * at + 1) {
      const right = child + 1;
      const first = right < entries.length && this.#isBefore(entries[right]!, entries[child]!) ? right : child;
      if (!this.#isBefore(entries[first]!, entry)) break;
      entries[at] = entries[first]!;
      at = first;
    }
    entries[at] = entry;
  }

  #isBefore(a: Entry, b: Entry): boolean {
    this.comparisons++;
    return goesBefore(a, b);
  }
}
