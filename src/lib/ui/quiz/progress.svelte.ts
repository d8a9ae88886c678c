/** The log of answers as pages see it: one store for the whole site, followed while a page is open. */
import { keepGoing, memoryStore, type Entry, type NewEntry, type ProgressStore } from '#lib/teaching/progress/index.ts';
import { indexedDbStore } from '#lib/teaching/progress/indexed-db.ts';

/** Name of the database; it is never changed, since answers are kept under it. */
export const database = 'still-pending';

/** Answers, and whether they outlast the page. */
export class Progress {
  /** Undefined until they have been read for the first time. */
  entries = $state.raw<readonly Entry[]>();
  kept = $state(true);
  readonly #store: ProgressStore;

  constructor(open: () => Promise<ProgressStore>) {
    this.#store = keepGoing(open, memoryStore('this-page'), () => (this.kept = false));
    this.#store.onChange(() => void this.#read());
    void this.#read();
  }

  async #read(): Promise<void> {
    this.entries = await this.#store.all();
  }

  add(answer: NewEntry): Promise<Entry> {
    return this.#store.add(answer);
  }

  /** Takes entries in and says how many were new. */
  merge(entries: readonly Entry[]): Promise<number> {
    return this.#store.merge(entries);
  }

  /** Removes the answers to these items and says how many there were. */
  forget(items: ReadonlySet<string>): Promise<number> {
    return this.#store.forget(items);
  }
}

let shared: Progress | undefined;

/** The progress kept in this browser. Only for code that runs in one. */
export const browserProgress = (): Progress => (shared ??= new Progress(() => indexedDbStore(database)));
