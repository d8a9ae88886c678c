import { describe, expect, it } from 'vitest';
import { type ExpansionOption, leastWaste, mostPods, wasted } from '#lib/allocator/rules/expander.ts';

const pod = { cpu: 2, memory: 4 };
const small: ExpansionOption = { group: 'small', nodes: 2, cpu: 4, memory: 8, pods: [pod, pod] };
const big: ExpansionOption = { group: 'big', nodes: 1, cpu: 16, memory: 32, pods: [pod, pod, pod] };

describe('wasted()', () => {
  it('adds the unused shares of cpu and memory over all new nodes', () => {
    expect([wasted(small), wasted(big)]).toEqual([1, 1.25]);
  });
});

describe('leastWaste()', () => {
  it('prefers the option that leaves least unused', () => {
    expect(leastWaste([big, small])).toEqual([small]);
  });

  it('gives all that are tied', () => {
    const twin = { ...small, group: 'twin' };
    expect(leastWaste([small, big, twin])).toEqual([small, twin]);
  });
});

describe('mostPods()', () => {
  it('prefers the option that places most pods, however wasteful', () => {
    expect(mostPods([small, big])).toEqual([big]);
  });
});
