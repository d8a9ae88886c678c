import type { Entry, NewEntry } from './entry.ts';

/**
 * A place that keeps answers. Every method may reject where the place is forbidden or full; `keepGoing` makes a store
 * of such a one that never does.
 */
export interface ProgressStore {
  /** Keeps an answer and gives it its number; answers of two tabs at once get different ones. */
  add(answer: NewEntry): Promise<Entry>;
  /** Every entry, in log order. */
  all(): Promise<Entry[]>;
  /** Keeps those entries that are not here yet, whatever device they come from, and says how many those were. */
  merge(entries: readonly Entry[]): Promise<number>;
  /** Removes the answers to these items from this device, and says how many those were. */
  forget(items: ReadonlySet<string>): Promise<number>;
  /** Calls back after each change, made here or in another tab, until the function it returns is called. */
  onChange(listener: () => void): () => void;
}
