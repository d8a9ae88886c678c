import { describe, expect, it, vi } from 'vitest';
import { keepGoing, memoryStore, type ProgressStore } from '#lib/teaching/progress/index.ts';
import { answer, contract } from './contract.ts';

const refuse = () => Promise.reject(new Error('QuotaExceededError'));

/** A store that is full: what it holds can be read, and nothing be added. */
const full = (held: ProgressStore): ProgressStore => ({ ...held, add: refuse, merge: refuse });

describe('keepGoing()', () => {
  it.each(Object.entries(contract))('over a store that works: %s', async (_, test) => {
    const trouble = vi.fn();
    const behind = memoryStore('browser');
    const store = keepGoing(() => Promise.resolve(behind), memoryStore('spare'), trouble);
    await expect(test(() => Promise.resolve(store))).resolves.toBeUndefined();
    expect(trouble).not.toHaveBeenCalled();
  });

  it.each(Object.entries(contract))('over a store that cannot be opened: %s', async (_, test) => {
    const trouble = vi.fn();
    const store = keepGoing(refuse, memoryStore('spare'), trouble);
    await expect(test(() => Promise.resolve(store))).resolves.toBeUndefined();
    expect(trouble).toHaveBeenCalledOnce();
  });

  it('holds what a full store refuses beside what it has, and says so', async () => {
    const held = memoryStore('browser');
    await held.add(answer('a', 1));
    const trouble = vi.fn();
    const store = keepGoing(() => Promise.resolve(full(held)), memoryStore('spare'), trouble);
    await store.add(answer('b', 2));
    expect((await store.all()).map(({ item }) => item)).toEqual(['a', 'b']);
    expect(trouble).toHaveBeenCalledOnce();
  });
});
