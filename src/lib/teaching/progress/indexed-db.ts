import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { inLogOrder, numbered, type Entry } from './entry.ts';
import { Listeners } from './listeners.ts';
import type { ProgressStore } from './store.ts';

interface Device {
  readonly name: string;
  /** Number of the last answer given on this device. */
  readonly counter: number;
}

interface Schema extends DBSchema {
  answers: { key: string; value: Entry };
  device: { key: 'this'; value: Device };
}

/** 80 random bits as text. `crypto.randomUUID` would need a secure origin, which a school's http server is not. */
function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The store of this browser, shared by all tabs of the site. Rejects where the browser forbids it, or where a newer
 * version of the site has changed its form.
 */
export async function indexedDbStore(database: string): Promise<ProgressStore> {
  const db = await openDB<Schema>(database, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('answers', { keyPath: 'id' });
      fresh.createObjectStore('device');
    },
    // A newer version of the site in another tab must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close()
  });
  const listeners = new Listeners();
  const channel = new BroadcastChannel(database);
  channel.onmessage = () => listeners.tell();
  const changed = <T>(result: T): T => {
    channel.postMessage('changed');
    listeners.tell();
    return result;
  };
  return {
    add: async (answer) => changed(await addNumbered(db, answer)),
    all: async () => inLogOrder(await db.getAll('answers')),
    merge: async (entries) => changed(await mergeNew(db, entries)),
    forget: async (items) => changed(await forgetItems(db, items)),
    onChange: (listener) => listeners.add(listener)
  };
}

/** Counter and entry change in one transaction: of two tabs the second waits for the first. */
async function addNumbered(db: IDBPDatabase<Schema>, answer: Parameters<ProgressStore['add']>[0]): Promise<Entry> {
  const tx = db.transaction(['answers', 'device'], 'readwrite');
  const device = (await tx.objectStore('device').get('this')) ?? { name: newName(), counter: 0 };
  const counter = device.counter + 1;
  const entry = numbered(answer, device.name, counter);
  await Promise.all([
    tx.objectStore('device').put({ ...device, counter }, 'this'),
    tx.objectStore('answers').add(entry),
    tx.done
  ]);
  return entry;
}

async function mergeNew(db: IDBPDatabase<Schema>, entries: readonly Entry[]): Promise<number> {
  const tx = db.transaction('answers', 'readwrite');
  const here = new Set(await tx.store.getAllKeys());
  const fresh = new Map(entries.filter(({ id }) => !here.has(id)).map((entry) => [entry.id, entry]));
  await Promise.all([...[...fresh.values()].map((entry) => tx.store.add(entry)), tx.done]);
  return fresh.size;
}

async function forgetItems(db: IDBPDatabase<Schema>, items: ReadonlySet<string>): Promise<number> {
  const tx = db.transaction('answers', 'readwrite');
  const gone = (await tx.store.getAll()).filter(({ item }) => items.has(item));
  await Promise.all([...gone.map(({ id }) => tx.store.delete(id)), tx.done]);
  return gone.length;
}
