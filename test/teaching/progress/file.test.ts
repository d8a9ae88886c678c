import { describe, expect, it } from 'vitest';
import { progressFile, readProgressFile } from '#lib/teaching/progress/index.ts';
import { foreign } from './contract.ts';

const entries = [foreign(1, 'a', 5), foreign(2, 'b', 6)];

describe('readProgressFile()', () => {
  it('takes back what progressFile() wrote', () => {
    expect(readProgressFile(progressFile(entries))).toEqual({ entries, skipped: 0 });
  });

  it.each([
    ['no JSON', '{', 'not-json'],
    ['some other JSON', '{"format":"anki"}', 'not-progress'],
    ['a file of a later schema', progressFile(entries).replace('"schema": 1', '"schema": 2'), 'not-progress']
  ])('refuses %s and says which it is', (_, text, problem) => {
    expect(readProgressFile(text)).toEqual({ problem });
  });

  it('counts the entries that it cannot use, and reads the others', () => {
    const damaged = [entries[0], { ...entries[1], score: 7 }, { ...entries[1], v: 2 }, null] as typeof entries;
    expect(readProgressFile(progressFile(damaged))).toEqual({ entries: [entries[0]], skipped: 3 });
  });
});
