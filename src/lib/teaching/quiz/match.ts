import type { ItemType } from './item-type.ts';
import { isListBelow } from './lists.ts';
import type { Match } from './schema/match.ts';

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
