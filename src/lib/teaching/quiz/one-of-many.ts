import type { ItemType } from './item-type.ts';
import type { OneOfMany } from './schema/one-of-many.ts';

const keyOf = (item: OneOfMany): number => item.options.findIndex((o) => o.key);

/** All or nothing: the answer is the position of the option in the file. */
export const oneOfMany: ItemType<OneOfMany, number> = {
  parse: ({ options }, given) => (typeof given === 'number' && options[given] !== undefined ? given : undefined),
  score: (item, answer) => (answer === keyOf(item) ? 1 : 0),
  key: keyOf,
  keyValue: (item) => item.options[keyOf(item)]?.text ?? '',
  rationale: ({ options }, answer) =>
    options.map((o, i) => ({ of: o.text, right: o.key, chosen: i === answer, text: o.rationale })),
  options: ({ options }) => options.map((o) => o.text)
};
