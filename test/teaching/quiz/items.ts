import { safeParse } from 'valibot';
import { itemSchema, type Item } from '#lib/teaching/quiz/index.ts';

const common = {
  objective: 'hold',
  difficulty: 'easy',
  stem: 'What then?',
  hint: 'Look again.',
  solution: ['It follows.'],
  mistake: 'Guessing.',
  source: 'book'
};

/** An item from the fields that differ from the common ones; throws for one that does not read. */
export function item(fields: Readonly<Record<string, unknown>>): Item {
  const read = safeParse(itemSchema, { ...common, ...fields });
  if (!read.success) throw new Error(read.issues.map((issue) => issue.message).join('; '));
  return read.output;
}

const worded = (words: string, keys: string): object[] =>
  [...words].map((text) => ({ text, key: keys.includes(text), rationale: `why ${text}` }));

/** One of many, options and key as letters: `one('abc', 'b')`. */
export const one = (words: string, key: string, fields: object = {}): Item =>
  item({ type: 'one', id: 'pick', options: worded(words, key), ...fields });

/** Several of many, options and keys as letters. */
export const several = (words: string, keys: string): Item =>
  item({ type: 'several', id: 'pick-some', options: worded(words, keys) });

/** Letters to be put in the order given. */
export const ordered = (words: string): Item =>
  item({ type: 'order', id: 'sort', entries: [...words].map((text) => ({ text, rationale: `why ${text}` })) });

/** A number in GPUs. */
export const gpus = (is: number, wrong: number, within = 0): Item =>
  item({
    type: 'number',
    id: 'count',
    answer: { is, unit: 'GPUs', within, rationale: 'counted' },
    mistakes: [{ is: wrong, rationale: 'miscounted' }]
  });

/** Pairs written as `a1 b2 c3`. */
export const matched = (pairs: string): Item =>
  item({
    type: 'match',
    id: 'join',
    pairs: pairs.split(' ').map(([text, partner]) => ({ text, with: partner, rationale: `why ${text}` }))
  });

/** One item of each type. */
export const everyType: readonly Item[] = [
  one('abcd', 'c'),
  several('abcde', 'bd'),
  ordered('abcd'),
  gpus(4, 8),
  matched('a1 b2 c3 d4')
];
