/**
 * Who wins among numbered contestants of whom some take part, kept up to date as they change: a binary tree of matches.
 * A change replays the matches on the way up, as far as they could come out differently.
 */
export class Tournament {
  /** Winner of each match, -1 where nobody takes part; match 1 is the final, the first round begins at `#size`. */
  readonly #winners: Int32Array;
  readonly #size: number;

  /**
   * @param takesPart is asked again of whoever changes
   * @param beats whether the second of two contestants beats the first; of equals the smaller number wins
   */
  constructor(
    count: number,
    readonly takesPart: (contestant: number) => boolean,
    readonly beats: (later: number, earlier: number) => boolean
  ) {
    let size = 1;
    while (size < count) size *= 2;
    this.#size = size;
    this.#winners = new Int32Array(2 * size).fill(-1);
    for (let i = 0; i < count; i++) if (takesPart(i)) this.#winners[size + i] = i;
    for (let match = size - 1; match > 0; match--) this.#winners[match] = this.#play(match);
  }

  /** The winner of all; -1 where nobody takes part. */
  get winner(): number {
    return this.#winners[1]!;
  }

  /** Is told that a contestant is not what it was. */
  change(contestant: number): void {
    const winners = this.#winners;
    let match = this.#size + contestant;
    const before = winners[match]!;
    const now = this.takesPart(contestant) ? contestant : -1;
    if (before < 0 && now < 0) return;
    winners[match] = now;
    for (match >>= 1; match > 0; match >>= 1) {
      const winner = this.#play(match);
      // Nobody above has met the one who changed.
      if (winner === winners[match] && winner !== contestant) return;
      winners[match] = winner;
    }
  }

  #play(match: number): number {
    const earlier = this.#winners[2 * match]!;
    const later = this.#winners[2 * match + 1]!;
    if (earlier < 0 || later < 0) return Math.max(earlier, later);
    return this.beats(later, earlier) ? later : earlier;
  }
}
