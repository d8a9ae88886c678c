import * as v from 'valibot';
import { common, text } from './fields.ts';
import type { ItemType } from './item-type.ts';
import { isListBelow } from './lists.ts';

const pair = v.strictObject({ text, with: text, rationale: text });

/** Match each entry with what belongs to it; every partner belongs to one entry. */
export const matchSchema = v.strictObject({
  type: v.literal('match'),
  ...common,
  pairs: v.pipe(
    v.array(pair),
    v.minLength(3, 'must have at least 3 pairs'),
    v.maxLength(7, 'must have at most 7 pairs')
  )
});

export type Match = v.InferOutput<typeof matchSchema>;

/**
 * The answer gives for each entry the position of the partner chosen. Marks count the right ones beyond the one that
 * giving every entry the same partner would earn.
 */
export const match: ItemType<Match, readonly number[]> = {
  parse: ({ pairs }, given) => (isListBelow(given, pairs.length) && given.length === pairs.length ? given : undefined),
  score({ pairs }, answer) {
    const hits = answer.filter((partner, i) => partner === i).length;
    return Math.max(0, (hits - 1) / (pairs.length - 1));
  },
  key: ({ pairs }) => pairs.map((_, i) => i),
  keyValue: ({ pairs }) => pairs.map((p) => `${p.text}: ${p.with}`),
  rationale: ({ pairs }, answer) =>
    pairs.map((p, i) => ({
      of: `${p.text}: ${p.with}`,
      right: true,
      chosen: answer?.[i] === i,
      text: p.rationale
    })),
  options: ({ pairs }) => pairs.flatMap((p) => [p.text, p.with])
};
