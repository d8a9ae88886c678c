import { describe, expect, it } from 'vitest';
import { arrows } from '#lib/allocator/lifecycle/index.ts';
import { coverageOf, type Entry } from '#lib/teaching/progress/index.ts';

const fits = 'checking.decide.fits';
const waits = 'checking.decide';

const answer = (item: string, score: number, confidence: Entry['confidence'] = null): Entry => ({
  v: 1,
  id: `x:${item}`,
  device: 'x',
  counter: 1,
  at: 0,
  kind: 'practice',
  item,
  revision: 1,
  attempt: 'a',
  response: 0,
  score,
  confidence,
  hints: 0
});

const about = ({ item }: Entry): readonly string[] => ({ fit: [fits], wait: [waits], both: [fits, waits] })[item] ?? [];
const covered = (...entries: Entry[]) =>
  coverageOf(entries, about)
    .filter(({ met }) => met > 0)
    .map(({ arrow, met, right, sureWrong }) => [arrow.id, met, right, sureWrong]);

describe('coverageOf()', () => {
  it('gives every arrow of the chart, with nothing met before the first answer', () => {
    expect(coverageOf([], about).map(({ arrow }) => arrow)).toEqual(arrows);
    expect(covered()).toEqual([]);
  });

  it('counts what was met, what was right, and what somebody was sure of and wrong about', () => {
    expect(covered(answer('fit', 1), answer('fit', 0, 'sure'), answer('fit', 0, 'guess'), answer('wait', 0.5))).toEqual(
      [
        [fits, 3, 1, 1],
        [waits, 1, 0, 0]
      ]
    );
  });

  it('counts one answer for each arrow that it is about, once', () => {
    expect(covered(answer('both', 1))).toEqual([
      [fits, 1, 1, 0],
      [waits, 1, 1, 0]
    ]);
    expect(coverageOf([answer('x', 1)], () => [fits, fits]).find(({ arrow }) => arrow.id === fits)?.met).toBe(1);
  });

  it('counts a right answer that was sure as no mistake', () => {
    expect(covered(answer('fit', 1, 'sure'))).toEqual([[fits, 1, 1, 0]]);
  });

  it('passes over answers about nothing of the chart', () => {
    expect(covered(answer('other', 1))).toEqual([]);
  });
});
