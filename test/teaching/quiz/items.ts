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

/** Steps `from` to `to` of a run, one of them the key and one a named mistake. */
export const pointed = (from: number, to: number, key: number, wrong: number): Item =>
  item({
    type: 'step',
    id: 'point',
    shows: { run: 'one-gpu', from, to, columns: ['a'] },
    steps: [
      { step: key, key: true, rationale: 'why this' },
      { step: wrong, rationale: 'why not' }
    ]
  });

/** Cells of one column from step 1 on, keys as letters among `choices`: `filled('wrr', 'wrc')`. */
export const filled = (keys: string, choices: string): Item =>
  item({
    type: 'fill',
    id: 'fill-in',
    shows: { run: 'one-gpu', from: 1, to: keys.length, columns: ['a'] },
    choices: [...choices],
    cells: [...keys].map((is, i) => ({ step: i + 1, of: 'a', is, rationale: `why ${is}` }))
  });

/** A manifest with a letter a line, one of which is at fault. */
export const faulty = (lines: string, key: string): Item =>
  item({
    type: 'line',
    id: 'find',
    code: [...lines].join('\n'),
    lines: [...lines].map((letter, i) => ({ line: i + 1, key: letter === key, rationale: `why ${letter}` }))
  });

/** An item with rows for the run that it shows: step 3 reads `0:03`, `act 3`, and `value 3` in each column. */
export function withRows(asked: Item): Item {
  if (!('shows' in asked)) return asked;
  const { from, to, columns } = asked.shows;
  const rows = Array.from({ length: to - from + 1 }, (_, i) => from + i).map((step) => ({
    step,
    clock: `0:0${step}`,
    action: `act ${step}`,
    sentence: `did ${step}`,
    values: columns.map(() => `value ${step}`)
  }));
  return { ...asked, shows: { ...asked.shows, rows } } as Item;
}

/** One item of each type. */
export const everyType: readonly Item[] = [
  one('abcd', 'c'),
  several('abcde', 'bd'),
  ordered('abcd'),
  gpus(4, 8),
  matched('a1 b2 c3 d4'),
  pointed(1, 4, 3, 2),
  filled('wrrc', 'wrc'),
  faulty('abcd', 'b')
];
