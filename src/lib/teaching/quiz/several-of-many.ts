import type { ItemType } from './item-type.ts';
import { isListBelow } from './lists.ts';
import type { SeveralOfMany } from './schema/several-of-many.ts';

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
