import { describe, expect, it } from 'vitest';
import { DrfSorter } from '#lib/allocator/rules/drf-sorter.ts';

const total = [100];

/** A sorter of one resource whose clients hold these amounts; 0 is no allocation. */
function sorter(held: Readonly<Record<string, number>>): DrfSorter {
  const drf = new DrfSorter(1);
  for (const [client, amount] of Object.entries(held)) {
    drf.add(client);
    if (amount > 0) drf.allocate(client, [amount]);
  }
  return drf;
}

describe('DrfSorter', () => {
  it('orders clients by share, then by path', () => {
    expect(sorter({ b: 5, c: 0, a: 5 }).order(total)).toEqual(['c', 'a', 'b']);
  });

  it('weighs siblings before what is below them', () => {
    // a holds 8, b together 9: b/d with its 4 goes after a.
    expect(sorter({ a: 8, 'b/c': 5, 'b/d': 4 }).order(total)).toEqual(['a', 'b/d', 'b/c']);
  });

  it('gives a weight to a whole subtree', () => {
    const drf = sorter({ a: 8, 'b/c': 5, 'b/d': 4 });
    drf.setWeight('b', 2);
    expect(drf.order(total)).toEqual(['b/d', 'b/c', 'a']);
  });

  it('lets a client with clients below it take part among them', () => {
    const drf = sorter({ a: 5, 'a/b': 3 });
    expect(drf.order(total)).toEqual(['a/b', 'a']);
    drf.allocate('a/b', [4]);
    expect(drf.order(total)).toEqual(['a', 'a/b']);
  });

  it('does the same whichever of the two came first', () => {
    expect(sorter({ 'a/b': 3, a: 5 }).order(total)).toEqual(['a/b', 'a']);
  });

  it('makes a client a leaf again once nobody is left below it', () => {
    const drf = sorter({ a: 5, 'a/b': 3, c: 6 });
    drf.remove('a/b');
    expect(drf.order(total)).toEqual(['a', 'c']);
    drf.allocate('a', [2]);
    expect(drf.order(total)).toEqual(['c', 'a']);
  });

  it('keeps how often it was served, and whether it is active, when it becomes a leaf again', () => {
    const drf = sorter({ a: 2, 'a/b': 1 });
    drf.allocate('a/b', [1]);
    drf.allocate('a/b', [1]);
    drf.remove('a/b');
    drf.add('a/c');
    drf.allocate('a/c', [1]);
    drf.allocate('a/c', [1]);
    expect(drf.order(total)).toEqual(['a/c', 'a']);
    drf.setActive('a', false);
    drf.remove('a/c');
    expect(drf.order(total)).toEqual([]);
  });

  it('takes away what a removed client held from those above it', () => {
    const drf = sorter({ a: 5, 'b/c': 4, 'b/d': 3 });
    drf.remove('b/c');
    expect(drf.order(total)).toEqual(['b/d', 'a']);
  });

  it('forgets how often an ancestor was served when the last client below it goes', () => {
    const drf = sorter({ 'a/x': 1, 'b/y': 0 });
    drf.release('a/x', [1]);
    expect(drf.order(total)).toEqual(['b/y', 'a/x']);
    drf.remove('a/x');
    drf.add('a/x');
    expect(drf.order(total)).toEqual(['a/x', 'b/y']);
  });

  it('leaves inactive clients out, but counts what they hold', () => {
    const drf = sorter({ a: 5, 'b/c': 4, 'b/d': 3 });
    drf.setActive('b/c', false);
    expect(drf.order(total)).toEqual(['a', 'b/d']);
    drf.setActive('b/c', true);
    expect(drf.order(total)).toEqual(['a', 'b/d', 'b/c']);
  });

  it('serves of equal shares whoever was served less often, even after a release', () => {
    const drf = sorter({ a: 2, b: 0 });
    drf.release('a', [2]);
    expect(drf.order(total)).toEqual(['b', 'a']);
  });

  it('names a client that it does not know', () => {
    expect(() => sorter({ a: 1 }).release('b', [1])).toThrow('Cannot find client "b"');
  });
});
