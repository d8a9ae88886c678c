import type { Entry, NewEntry, ProgressStore } from '#lib/teaching/progress/index.ts';

/** An answer to an item, given at a time. */
export const answer = (item: string, at: number): NewEntry => ({
  at,
  kind: 'practice',
  item,
  revision: 1,
  attempt: 'practice-1',
  response: 2,
  score: 0.5,
  confidence: 'sure',
  hints: 1
});

/** An entry of another device. */
export const foreign = (counter: number, item: string, at: number): Entry => ({
  v: 1,
  id: `elsewhere:${counter}`,
  device: 'elsewhere',
  counter,
  ...answer(item, at)
});

function same(actual: unknown, expected: unknown): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`expected ${e}, got ${a}`);
}

const itemsOf = async (store: ProgressStore): Promise<string[]> => (await store.all()).map(({ item }) => item);

/** Opens the same store once more, as another tab does. */
export type Open = () => Promise<ProgressStore>;

/**
 * What every store must do; each test begins with an empty one. They throw by themselves, so that a browser can run
 * them without a test library.
 */
export const contract: Readonly<Record<string, (open: Open) => Promise<void>>> = {
  'gives back what it was given, numbered': async (open) => {
    const store = await open();
    const entry = await store.add(answer('a', 5));
    same(await store.all(), [entry]);
    same({ ...entry, id: '', device: '' }, { v: 1, id: '', device: '', counter: 1, ...answer('a', 5) });
  },
  'lists answers by time, whatever order they came in': async (open) => {
    const store = await open();
    for (const [item, at] of [
      ['b', 9],
      ['c', 12],
      ['a', 3]
    ] as const)
      await store.add(answer(item, at));
    same(await itemsOf(store), ['a', 'b', 'c']);
  },
  'loses nothing when two tabs answer at once': async (open) => {
    const [here, there] = [await open(), await open()];
    const items = Array.from({ length: 40 }, (_, i) => `item-${i}`);
    await Promise.all(items.map((item, i) => (i % 2 === 0 ? here : there).add(answer(item, i))));
    const entries = await here.all();
    same(
      entries.map(({ item }) => item),
      items
    );
    same(new Set(entries.map(({ id }) => id)).size, 40);
  },
  'takes in entries of another device once, and overwrites none': async (open) => {
    const store = await open();
    const own = await store.add(answer('a', 5));
    same(await store.merge([foreign(1, 'b', 6), foreign(2, 'c', 7), { ...own, score: 0 }]), 2);
    same(await store.merge([foreign(2, 'c', 7), foreign(2, 'c', 7)]), 0);
    same(
      (await store.all()).map(({ item, score }) => [item, score]),
      [
        ['a', 0.5],
        ['b', 0.5],
        ['c', 0.5]
      ]
    );
  },
  'forgets the answers to some items and no others': async (open) => {
    const store = await open();
    for (const item of ['a', 'b', 'a']) await store.add(answer(item, 1));
    same(await store.forget(new Set(['a'])), 2);
    same(await itemsOf(store), ['b']);
  },
  'never gives a number twice, even after it forgot': async (open) => {
    const store = await open();
    const first = await store.add(answer('a', 1));
    await store.forget(new Set(['a']));
    same((await store.add(answer('a', 1))).id === first.id, false);
  },
  'tells every tab of a change': async (open) => {
    const [here, there] = [await open(), await open()];
    const heard = new Promise<void>((resolve) => there.onChange(resolve));
    await here.add(answer('a', 1));
    await heard;
  },
  'tells nobody who has stopped listening': async (open) => {
    const store = await open();
    let heard = 0;
    store.onChange(() => heard++)();
    await store.add(answer('a', 1));
    same(heard, 0);
  }
};
