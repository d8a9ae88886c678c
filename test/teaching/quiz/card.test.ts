import { describe, expect, it } from 'vitest';
import { cardOf, itemsAsAnki, itemsAsCsv } from '#lib/teaching/quiz/index.ts';
import { everyType, faulty, filled, item, matched, one, ordered, pointed, withRows } from './items.ts';

const texts = (asked: Parameters<typeof cardOf>[0]) => cardOf(asked).answer.map(({ text }) => text);

describe('cardOf()', () => {
  it('puts the key and its reason on the back', () => {
    expect(cardOf(one('abcd', 'c')).answer).toEqual([{ text: 'c', because: 'why c' }]);
    expect(texts(pointed(1, 4, 3, 2))).toEqual(['Step 3']);
    expect(texts(ordered('abcd'))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('does not give the order or the pairs away', () => {
    expect(cardOf(ordered('abcd')).options).not.toEqual(['a', 'b', 'c', 'd']);
    expect(cardOf(ordered('abcd')).options.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(cardOf(matched('a1 b2 c3')).options.slice(0, 3)).toEqual(['a: ?', 'b: ?', 'c: ?']);
  });

  it('shows the run with its open cells empty, and the lines with their numbers', () => {
    const asked = filled('wrc', 'wrc');
    expect(cardOf(withRows(asked)).exhibit.split('\n')).toEqual([
      'Step | Time | Action | a',
      '1 | 0:01 | act 1 | ?',
      '2 | 0:02 | act 2 | ?',
      '3 | 0:03 | act 3 | ?'
    ]);
    expect(cardOf(faulty('abc', 'b')).exhibit).toBe('1 a\n2 b\n3 c');
  });
});

describe('itemsAsCsv()', () => {
  it('has a row for every item, whatever its text holds', () => {
    const awkward = one('abc', 'a', { id: 'quoted', stem: 'He said "a, b".\nThen?' });
    const [head, ...rows] = itemsAsCsv([...everyType, awkward]).split('\r\n');
    expect(head).toBe('"id","objective","difficulty","type","question","options","answer","solution"');
    expect(rows).toHaveLength(everyType.length + 2);
    expect(rows.at(-2)).toContain('"He said ""a, b"".\nThen?"');
  });
});

describe('itemsAsAnki()', () => {
  const notes = (...items: Parameters<typeof itemsAsAnki>[0]) =>
    itemsAsAnki(items)
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t'));

  it('has one line of four fields for every item, the first of which is its id', () => {
    const all = notes(...everyType.map(withRows));
    expect(all.map(([id]) => id)).toEqual(everyType.map(({ id }) => id));
    expect(all.every((fields) => fields.length === 4)).toBe(true);
  });

  it('writes code and angle brackets as HTML', () => {
    const [, front] = notes(one('abc', 'a', { stem: 'Is `a < b` so?', code: 'x: 1\n  y: <2>' }))[0]!;
    expect(front).toContain('Is <code>a &lt; b</code> so?<pre>x: 1<br>  y: &lt;2&gt;</pre>');
  });

  it('tags each with its objective and difficulty', () => {
    expect(notes(item({ ...one('abc', 'a'), objective: 'hold', difficulty: 'hard' }))[0]!.at(-1)).toBe(
      'still-pending hold hard'
    );
  });
});
