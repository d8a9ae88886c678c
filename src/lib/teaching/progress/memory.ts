import { inLogOrder, numbered, type Entry } from './entry.ts';
import { Listeners } from './listeners.ts';
import type { ProgressStore } from './store.ts';

/** A store that lasts as long as the page. The device's name must be one that no other store has. */
export function memoryStore(device: string): ProgressStore {
  const entries = new Map<string, Entry>();
  const listeners = new Listeners();
  let counter = 0;
  const changed = <T>(result: T): Promise<T> => {
    listeners.tell();
    return Promise.resolve(result);
  };
  return {
    add(answer) {
      counter++;
      const entry = numbered(answer, device, counter);
      entries.set(entry.id, entry);
      return changed(entry);
    },
    all: () => Promise.resolve(inLogOrder([...entries.values()])),
    merge(given) {
      const fresh = given.filter(({ id }) => !entries.has(id));
      for (const entry of fresh) entries.set(entry.id, entry);
      for (const entry of fresh) if (entry.device === device) counter = Math.max(counter, entry.counter);
      return changed(fresh.length);
    },
    forget(items) {
      const gone = [...entries.values()].filter(({ item }) => items.has(item));
      for (const { id } of gone) entries.delete(id);
      return changed(gone.length);
    },
    onChange: (listener) => listeners.add(listener)
  };
}
