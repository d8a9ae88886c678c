import { describe, expect, it } from 'vitest';
import { beginSitting, resumeSitting, sit } from '#lib/teaching/quiz/index.ts';
import { answersTo, asEntry, standing, type Entry, type NewEntry } from '#lib/teaching/progress/index.ts';
import { everyType, one } from '../quiz/items.ts';
import { keyOf } from '#lib/teaching/quiz/index.ts';

const kept = (answer: NewEntry, counter: number): Entry => ({
  v: 1,
  id: `x:${counter}`,
  device: 'x',
  counter,
  ...answer
});

describe('an answer that goes through the log', () => {
  it.each(everyType.map((item) => [item.type, item] as const))('comes back the same for type %s', (_, item) => {
    const start = beginSitting('test', [item]);
    const { answers } = sit(start, { type: 'answer', response: keyOf(item), confidence: 'fairly' });
    const log = answers.map((a, i) => kept(asEntry(a, 'test', 'test-7', 5), i + 1));
    const back = answersTo([item], JSON.parse(JSON.stringify(log)) as Entry[]);
    expect(back).toEqual([{ ...answers[0], at: 5 }]);
    expect(resumeSitting(start, back).phase).toBe('over');
  });
});

describe('answersTo()', () => {
  const item = one('abc', 'a', { id: 'a', revision: 2 });
  const entry = (fields: Partial<Entry>): Entry => ({
    ...kept(asEntry({ item, response: 0, score: 1, confidence: undefined, hints: 0 }, 'practice', 'p', 1), 1),
    ...fields
  });

  it('leaves out answers to an older revision, of that item only', () => {
    const other = one('abc', 'a', { id: 'b' });
    const log = [entry({ revision: 1 }), entry({ item: 'b', revision: 1 })];
    expect(answersTo([item, other], log).map((a) => a.item)).toEqual([other]);
  });

  it('leaves out items that are gone and responses that the item does not have', () => {
    expect(answersTo([item], [entry({ item: 'gone' }), entry({ response: 9 })])).toEqual([]);
  });

  it('keeps that somebody did not know', () => {
    expect(answersTo([item], [entry({ response: null, score: 0 })])).toMatchObject([{ response: null, score: 0 }]);
  });
});

describe('standing()', () => {
  it('counts the last answer to each item', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => one('abc', 'a', { id })) as [
      (typeof everyType)[0],
      (typeof everyType)[0],
      (typeof everyType)[0]
    ];
    const given = (item: typeof a, score: number, at: number) => ({
      item,
      response: 0,
      score,
      confidence: undefined,
      hints: 0,
      at
    });
    expect(standing([a, b, c], [given(a, 0, 1), given(a, 1, 2), given(b, 1, 3), given(b, 0, 4)])).toEqual({
      items: 3,
      answered: 2,
      right: 1
    });
  });
});
