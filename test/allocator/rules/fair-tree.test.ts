import { describe, expect, it } from 'vitest';
import { fairShareOrder, fairTree, levelFairShare } from '#lib/allocator/rules/fair-tree.ts';
import type { Association } from '#lib/allocator/rules/share-tree.ts';

const user = (name: string, usage: number, shares = 1): Association => ({ name, shares, usage });
const account = (name: string, shares: number, ...children: Association[]): Association => ({
  name,
  shares,
  usage: 0,
  children
});

/** Users from first to last with their rank, users of equal rank in the order of their names. */
const ranks = (...root: Association[]): string => {
  const users = [...fairTree(root)].flatMap(([name, { factor }]) => (factor === undefined ? [] : [{ name, factor }]));
  return users
    .sort((a, b) => b.factor - a.factor || (a.name < b.name ? -1 : 1))
    .map(({ name, factor }) => `${name}:${Math.round(factor * users.length)}`)
    .join(' ');
};

describe('levelFairShare()', () => {
  it('is the part of the shares over the part of the usage', () => {
    expect(levelFairShare(1, 2, 10, 40)).toBe(2);
  });

  it('is infinite for one that used nothing, and 0 for one without shares, used or not', () => {
    expect(levelFairShare(1, 2, 0, 40)).toBe(Infinity);
    expect(levelFairShare(0, 2, 0, 40)).toBe(0);
  });
});

describe('fairTree()', () => {
  it('ranks all users of the better account before those of the other', () => {
    expect(
      ranks(account('A', 50, user('a1', 10), user('a2', 20)), account('B', 50, user('b1', 5), user('b2', 60)))
    ).toBe('a1:4 a2:3 b1:2 b2:1');
  });

  it('lets users who tie share a rank, and skips as many after them', () => {
    expect(ranks(user('u1', 10), user('u2', 10), user('u3', 30))).toBe('u1:3 u2:3 u3:1');
  });

  it('pools the users of accounts that tie', () => {
    expect(
      ranks(account('A', 1, user('a1', 10), user('a2', 30)), account('B', 1, user('b1', 20), user('b2', 20)))
    ).toBe('a1:4 b1:3 b2:3 a2:1');
  });

  it('gives a user who ties with an account the rank of its first user', () => {
    expect(ranks(user('u', 20), account('A', 1, user('a1', 5), user('a2', 15)))).toBe('a1:3 u:3 a2:1');
  });

  it('gives nobody above a factor of 1, and the last at least one part', () => {
    const factors = [...fairTree([user('u1', 1), user('u2', 2), user('u3', 3)]).values()].map((r) => r.factor);
    expect(factors).toEqual([1, 2 / 3, 1 / 3]);
  });

  it('counts what all users below an account used as its own', () => {
    const results = fairTree([account('A', 1, account('B', 1, user('b', 30)), user('a', 30)), user('u', 20)]);
    expect(results.get('A')?.levelFairShare).toBeCloseTo(0.5 / (60 / 80), 12);
    expect(results.get('A')?.factor).toBeUndefined();
  });
});

describe('fairShareOrder()', () => {
  it('puts whoever is owed most first, and keeps the order of ties', () => {
    expect(
      fairShareOrder([
        { shares: 1, usage: 10 },
        { shares: 3, usage: 10 },
        { shares: 1, usage: 0 },
        { shares: 1, usage: 10 }
      ])
    ).toEqual([2, 1, 0, 3]);
  });
});
