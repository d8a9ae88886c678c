import { describe, expect, it } from 'vitest';
import { bestFit, bestNode, byScore, firstFit } from '../../../src/lib/allocator/rules/rank.ts';

// Four nodes of (gpu, cpu):
//
//   node    0    1    2    3
//   gpu     2    1    1    1
//   cpu     9    8    6    6
const FREE = [2, 9, 1, 8, 1, 6, 1, 6];
const ALL = [0, 1, 2, 3];

describe('bestNode()', () => {
  it('takes the first node by first fit', () => {
    expect(bestNode([2, 3], firstFit)).toBe(2);
  });

  it('takes the highest score, and the lowest index of equals', () => {
    const scores = [5, 9, 9, 1];
    expect(
      bestNode(
        ALL,
        byScore((node) => scores[node]!)
      )
    ).toBe(1);
  });

  it('takes the least left of the scarcest resource by best fit, then of the next, then the lowest index', () => {
    expect(bestNode(ALL, bestFit(FREE, 2, [0]))).toBe(1);
    expect(bestNode(ALL, bestFit(FREE, 2, [0, 1]))).toBe(2);
  });

  it('finds none among none', () => {
    expect(bestNode([], firstFit)).toBe(-1);
  });
});
