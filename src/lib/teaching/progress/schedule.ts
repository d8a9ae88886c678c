/** The part of an answer that decides when to ask again. */
export interface Recall {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly score: number;
}

/** When an item is to be asked again, in milliseconds since 1970, from all answers to it in the order given. */
export type Scheduler = (recalls: readonly Recall[]) => number;

const DAY = 86_400_000;

/** Days to the next review after the first, second, third and every further right answer. */
const spacing = [1, 3, 7, 21] as const;

/**
 * Even spacing: 1, 3, 7, then always 21 days. A miss is due at once and starts over; a right answer before its day
 * moves nothing, so that answering ten times in an evening counts as once.
 *
 * Source: spacing helps and growing intervals do no better than even ones (Latimier, Peyre and Ramus, 2021).
 */
export const evenSpacing: Scheduler = (recalls) => {
  let level = 0;
  let due = 0;
  for (const { at, score } of recalls) {
    if (score < 1) {
      level = 0;
      due = at;
    } else if (at >= due) {
      due = at + (spacing[level] as number) * DAY;
      level = Math.min(level + 1, spacing.length - 1);
    }
  }
  return due;
};
