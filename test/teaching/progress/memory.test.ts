import { describe, expect, it } from 'vitest';
import { memoryStore } from '#lib/teaching/progress/index.ts';
import { contract } from './contract.ts';

describe('memoryStore()', () => {
  it.each(Object.entries(contract))('%s', async (_, test) => {
    const store = memoryStore('this-tab');
    await expect(test(() => Promise.resolve(store))).resolves.toBeUndefined();
  });

  it('goes on counting after it took in its own older entries', async () => {
    const before = memoryStore('this-tab');
    const contentOf = contract['gives back what it was given, numbered'];
    await contentOf?.(() => Promise.resolve(before));
    const after = memoryStore('this-tab');
    await after.merge(await before.all());
    const [old] = await before.all();
    const { v: _v, id: _id, device: _device, counter: _counter, ...answer } = old!;
    expect((await after.add(answer)).counter).toBe(2);
  });
});
