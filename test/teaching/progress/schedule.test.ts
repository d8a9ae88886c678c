import { describe, expect, it } from 'vitest';
import {
  evenSpacing,
  recallsOf,
  recallsOfKinds,
  reviewAt,
  type Entry,
  type TimedAnswer
} from '#lib/teaching/progress/index.ts';
import { one } from '../quiz/items.ts';

const DAY = 86_400_000;
const right = (day: number) => ({ at: day * DAY, score: 1 });
const wrong = (day: number) => ({ at: day * DAY, score: 0 });
const dueDay = (...recalls: { at: number; score: number }[]): number => evenSpacing(recalls) / DAY;

// Days counted from 100, each answer given on the day it came due:
//
//   right on 100 → 101 (1) → 104 (3) → 111 (7) → 132 (21) → 153 (21)
describe('evenSpacing()', () => {
  it('asks again after 1, 3, 7, 21 and 21 days', () => {
    const days = [100, 101, 104, 111, 132];
    expect(days.map((_, i) => dueDay(...days.slice(0, i + 1).map(right)))).toEqual([101, 104, 111, 132, 153]);
  });

  it('asks at once after a miss, and starts over', () => {
    expect(dueDay(right(100), right(101), wrong(104))).toBe(104);
    expect(dueDay(right(100), right(101), wrong(104), right(104))).toBe(105);
  });

  it('counts ten right answers of one evening once', () => {
    expect(dueDay(...Array.from({ length: 10 }, (_, i) => right(100 + i / 100)))).toBe(101);
  });

  it('takes an answer in part for a miss', () => {
    expect(dueDay({ at: 100 * DAY, score: 0.5 })).toBe(100);
  });
});

describe('reviewAt()', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => one('xyz', 'x', { id }));
  const answered = (item: typeof a, day: number, score: number, confidence?: 'sure'): TimedAnswer => ({
    item: item!,
    response: 0,
    score,
    confidence,
    hints: 0,
    at: day * DAY
  });

  it('puts sure mistakes first, then misses, then what has been due for longest', () => {
    const answers = [answered(a, 103, 1), answered(b, 101, 1), answered(c, 104, 0), answered(d, 104, 0, 'sure')];
    expect(reviewAt(105 * DAY, recallsOf(answers)).due).toEqual([d, c, b, a]);
  });

  it('leaves out what is not due yet and says when it will be', () => {
    const answers = [answered(a, 104.5, 1), answered(b, 104.75, 1)];
    expect(reviewAt(105 * DAY, recallsOf(answers))).toEqual({ due: [], next: 105.5 * DAY });
  });

  it('takes any other scheduler', () => {
    expect(reviewAt(105 * DAY, recallsOf([answered(a, 104.9, 1)]), () => 0).due).toEqual([a]);
  });

  it('has nothing due and nothing to come before the first answer', () => {
    expect(reviewAt(0, [])).toEqual({ due: [], next: undefined });
  });
});

describe('recallsOfKinds()', () => {
  const fits = { id: 'fits', revision: 2 };
  const entry = (item: string, day: number, score: number, revision = 2): Entry => ({
    v: 1,
    id: `x:${day}`,
    device: 'x',
    counter: 1,
    at: day * DAY,
    kind: 'practice',
    item,
    revision,
    attempt: 'a',
    response: 0,
    score,
    confidence: null,
    hints: 0
  });
  const dueAt = (day: number, ...entries: Entry[]) => reviewAt(day * DAY, recallsOfKinds([fits], entries));

  it('counts every question of a kind as the kind, so that a right one settles an older miss', () => {
    const missed = entry('fits@2/0a/1/3', 100, 0);
    expect(dueAt(100.5, missed).due).toEqual([fits]);
    expect(dueAt(100.5, missed, entry('fits@2/0b/7/2', 100.1, 1))).toEqual({ due: [], next: 101.1 * DAY });
  });

  it('leaves out other kinds, authored items, and questions of an older revision', () => {
    const others = [entry('node@2/0a/1/3', 100, 0), entry('fits', 100, 0), entry('fits@1/0a/1/3', 100, 0, 1)];
    expect(dueAt(101, ...others)).toEqual({ due: [], next: undefined });
  });
});
