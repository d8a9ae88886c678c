import { describe, expect, it } from 'vitest';
import {
  beginSitting,
  currentItem,
  firstAnswers,
  isRepeat,
  missed,
  nextLikeThis,
  resumeSitting,
  sit,
  verdicts,
  type Sitting,
  type SittingCommand
} from '#lib/teaching/quiz/index.ts';
import { one } from './items.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => one('xyz', 'x', { id: `item-${id}` })) as [Item, Item, Item];
type Item = ReturnType<typeof one>;

const RIGHT: SittingCommand = { type: 'answer', response: 0 };
const WRONG: SittingCommand = { type: 'answer', response: 1 };
const NEXT: SittingCommand = { type: 'next' };
const after = (sitting: Sitting, ...commands: SittingCommand[]): Sitting => commands.reduce(sit, sitting);

describe('a practice', () => {
  const start = beginSitting('practice', [a, b]);

  it('explains each answer before the next item', () => {
    const explained = after(start, WRONG);
    expect([explained.phase, currentItem(explained)]).toEqual(['explaining', a]);
    const next = sit(explained, NEXT);
    expect([next.phase, currentItem(next)]).toEqual(['asking', b]);
  });

  it('is over after the last item', () => {
    const over = after(start, RIGHT, NEXT, RIGHT, NEXT);
    expect([over.phase, currentItem(over)]).toEqual(['over', undefined]);
    expect(over.answers.map(({ score }) => score)).toEqual([1, 1]);
  });

  it('takes one answer to an item: a second one changes nothing', () => {
    const explained = after(start, WRONG);
    expect(sit(explained, RIGHT)).toBe(explained);
  });

  it('keeps that a hint was seen, for that item only', () => {
    const { answers } = after(start, { type: 'hint' }, RIGHT, NEXT, RIGHT);
    expect(answers.map(({ hints }) => hints)).toEqual([1, 0]);
  });

  it('counts a look at the solution as not yet known', () => {
    const { answers, phase } = after(start, { type: 'giveUp' });
    expect(phase).toBe('explaining');
    expect(answers[0]).toMatchObject({ response: null, score: 0 });
  });

  it('brings the most similar item forward, and asks the others later', () => {
    const d = one('xyz', 'x', { id: 'item-d', objective: 'other', difficulty: 'hard' });
    const explained = after(beginSitting('practice', [a, d, b]), RIGHT);
    expect(nextLikeThis(explained)).toBe(b);
    expect(after(explained, { type: 'another' }).items).toEqual([a, b, d]);
  });

  it('asks for an item made in between, and then for those still to come', () => {
    const made = one('xyz', 'x', { id: 'item-made' });
    const explained = after(start, RIGHT);
    const asked = after(explained, { type: 'another', item: made });
    expect(asked.items).toEqual([explained.items[0], made, ...explained.items.slice(1)]);
    expect(currentItem(asked)).toBe(made);
  });

  it('has no other item like this at its end', () => {
    expect(nextLikeThis(after(start, RIGHT, NEXT, RIGHT))).toBeUndefined();
  });
});

describe('what a practice missed', () => {
  const start = beginSitting('practice', [a, b, c]);
  const firstRound = [WRONG, NEXT, RIGHT, NEXT, { ...WRONG, confidence: 'sure' } as const];

  it('is asked once more at the end, sure mistakes first', () => {
    const again = after(start, ...firstRound, NEXT);
    expect(again.items).toEqual([a, b, c, c, a]);
    expect([again.phase, currentItem(again), isRepeat(again)]).toEqual(['asking', c, true]);
  });

  it('is asked no third time', () => {
    expect(after(start, ...firstRound, NEXT, WRONG, NEXT, WRONG, NEXT).phase).toBe('over');
  });

  it('counts by the first answer', () => {
    const { answers } = after(start, ...firstRound, NEXT, RIGHT, NEXT, RIGHT, NEXT);
    expect(firstAnswers(answers).map(({ score }) => score)).toEqual([0, 1, 0]);
  });

  it('tells the first time from the second', () => {
    expect([start, after(start, ...firstRound)].map(isRepeat)).toEqual([false, false]);
    expect(isRepeat(after(start, ...firstRound, NEXT, WRONG))).toBe(true);
  });

  it.each([1, 3, 5, 7, 9])('is still known after a reload behind answer %j', (commands) => {
    const all = [...firstRound, NEXT, RIGHT, NEXT, WRONG, NEXT];
    const left = after(start, ...all.slice(0, commands), NEXT);
    expect(resumeSitting(start, left.answers)).toEqual(left);
  });
});

describe('a test', () => {
  const start = beginSitting('test', [a, b, c]);

  it('goes straight on, without a word on the answer', () => {
    expect(after(start, WRONG)).toMatchObject({ phase: 'asking', answers: [{ score: 0 }] });
  });

  it('is over after its last item, whatever was missed', () => {
    expect(after(start, WRONG, WRONG, WRONG)).toMatchObject({ phase: 'over', items: [a, b, c] });
  });

  it('gives no hints', () => {
    expect(sit(start, { type: 'hint' })).toBe(start);
  });

  it('goes on after a reload where it stopped', () => {
    const { answers } = after(start, RIGHT, WRONG);
    expect(resumeSitting(start, answers)).toEqual(after(start, RIGHT, WRONG));
  });

  it('asks an item again whose revision has changed since', () => {
    const { answers } = after(start, RIGHT, WRONG);
    const revised = one('xyz', 'x', { id: 'item-a', revision: 2 });
    const resumed = resumeSitting(beginSitting('test', [revised, b, c]), answers);
    expect(resumed.answers.map(({ item }) => item)).toEqual([b]);
    expect(currentItem(resumed)).toBe(revised);
  });

  it('counts the first of two answers to one item, as when two tabs held the same test', () => {
    const first = after(start, RIGHT).answers;
    const second = after(start, WRONG).answers;
    expect(resumeSitting(start, [...first, ...second]).answers).toEqual(first);
  });
});

describe('beginSitting()', () => {
  it('is over at once without items', () => {
    expect(beginSitting('test', []).phase).toBe('over');
  });
});

describe('missed()', () => {
  it('puts what somebody was sure of and wrong about first', () => {
    const start = beginSitting('test', [a, b, c]);
    const { answers } = after(start, WRONG, RIGHT, { ...WRONG, confidence: 'sure' });
    expect(missed(answers).map(({ item }) => item)).toEqual([c, a]);
  });
});

describe('verdicts()', () => {
  it('counts by objective, the weakest first', () => {
    const other = one('xyz', 'x', { id: 'item-d', objective: 'other' });
    const { answers } = after(beginSitting('test', [a, b, other]), RIGHT, RIGHT, WRONG);
    expect(verdicts(answers)).toEqual([
      { objective: 'other', right: 0, asked: 1 },
      { objective: 'hold', right: 2, asked: 2 }
    ]);
  });
});
