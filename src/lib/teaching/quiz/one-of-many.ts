import * as v from 'valibot';
import { common, text } from './fields.ts';
import type { ItemType } from './item-type.ts';

const option = v.strictObject({ text, key: v.optional(v.boolean(), false), rationale: text });

/** One of many: exactly one option is the key. */
export const oneOfManySchema = v.strictObject({
  type: v.literal('one'),
  ...common,
  options: v.pipe(
    v.array(option),
    v.minLength(3, 'must have at least 3 options'),
    v.maxLength(6, 'must have at most 6 options'),
    v.check((options) => options.filter((o) => o.key).length === 1, 'exactly one option must have "key: true"')
  )
});

export type OneOfMany = v.InferOutput<typeof oneOfManySchema>;

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
