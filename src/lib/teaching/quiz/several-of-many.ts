import * as v from 'valibot';
import { common, text } from './fields.ts';
import type { ItemType } from './item-type.ts';
import { isListBelow } from './lists.ts';

const option = v.strictObject({ text, key: v.optional(v.boolean(), false), rationale: text });

/** Several of many: at least one option is a key and at least one is not. */
export const severalOfManySchema = v.strictObject({
  type: v.literal('several'),
  ...common,
  options: v.pipe(
    v.array(option),
    v.minLength(4, 'must have at least 4 options'),
    v.maxLength(7, 'must have at most 7 options'),
    v.check(
      (options) => options.some((o) => o.key) && options.some((o) => !o.key),
      'some options must have "key: true", and not all of them'
    )
  )
});

export type SeveralOfMany = v.InferOutput<typeof severalOfManySchema>;

const keysOf = ({ options }: SeveralOfMany): number[] => options.flatMap((o, i) => (o.key ? [i] : []));

/**
 * Marks are the share of the keys that were chosen less the share of the others that were chosen too, never below 0:
 * choosing everything earns nothing, and neither does choosing nothing.
 */
export const severalOfMany: ItemType<SeveralOfMany, readonly number[]> = {
  parse: ({ options }, given) =>
    isListBelow(given, options.length) && given.length > 0 ? [...new Set(given)].sort((a, b) => a - b) : undefined,
  score(item, answer) {
    const keys = keysOf(item);
    const hits = answer.filter((i) => keys.includes(i)).length;
    const others = item.options.length - keys.length;
    return Math.max(0, hits / keys.length - (answer.length - hits) / others);
  },
  key: keysOf,
  keyValue: ({ options }) => options.filter((o) => o.key).map((o) => o.text),
  rationale: ({ options }, answer) =>
    options.map((o, i) => ({ of: o.text, right: o.key, chosen: answer?.includes(i) ?? false, text: o.rationale })),
  options: ({ options }) => options.map((o) => o.text)
};
