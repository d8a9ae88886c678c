/** Hands counted for each option, in the order shown: before the discussion, and after it. */
export interface Tally {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** A tally of no hands for a question of `options` options. */
export const noVotes = (options: number): Tally => ({
  before: Array<number>(options).fill(0),
  after: Array<number>(options).fill(0)
});

/** The tally with `votes` hands for an option. What is no count of hands (negative, a fraction) leaves it as it was. */
export function count(tally: Tally, when: keyof Tally, option: number, votes: number): Tally {
  if (!Number.isSafeInteger(votes) || votes < 0) return tally;
  return { ...tally, [when]: tally[when].map((hands, at) => (at === option ? votes : hands)) };
}
