import { inLogOrder } from './entry.ts';
import { Listeners } from './listeners.ts';
import type { ProgressStore } from './store.ts';

/**
 * A store that goes on where the one behind it cannot be opened or refuses an answer: what it refuses is held by
 * `spare`, and `onTrouble` hears of it. Nothing here rejects.
 */
export function keepGoing(
  open: () => Promise<ProgressStore>,
  spare: ProgressStore,
  onTrouble: () => void
): ProgressStore {
  const listeners = new Listeners();
  spare.onChange(() => listeners.tell());
  const opened = open().then(
    (store) => {
      store.onChange(() => listeners.tell());
      return store;
    },
    () => {
      onTrouble();
      return undefined;
    }
  );

  /** What the store behind gives, or undefined where it cannot. */
  async function attempt<T>(use: (store: ProgressStore) => Promise<T>): Promise<T | undefined> {
    const store = await opened;
    if (store === undefined) return undefined;
    try {
      return await use(store);
    } catch {
      onTrouble();
      return undefined;
    }
  }

  return {
    add: async (answer) => (await attempt((store) => store.add(answer))) ?? spare.add(answer),
    all: async () => inLogOrder([...((await attempt((store) => store.all())) ?? []), ...(await spare.all())]),
    merge: async (entries) => (await attempt((store) => store.merge(entries))) ?? spare.merge(entries),
    forget: async (items) => ((await attempt((store) => store.forget(items))) ?? 0) + (await spare.forget(items)),
    onChange: (listener) => listeners.add(listener)
  };
}
