/** Contestants who meet in one group: neighbours in memory, so that large tournaments cost little more than small ones. */
const GROUP = 16;

/**
 * Who wins among numbered contestants of whom some take part, kept up to date as they change: groups of neighbours, and a
 * binary tree of matches between their winners. A change replays what is on the way up, as far as it could come out
 * differently.
 */
export class Tournament {
  /** 1 for those who take part. */
  readonly #takesPart: Uint8Array;
  /** Winner of each match, -1 where nobody takes part; match 1 is the final, the groups begin at `#size`. */
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
    while (size * GROUP < count) size *= 2;
    this.#size = size;
    this.#winners = new Int32Array(2 * size).fill(-1);
    this.#takesPart = Uint8Array.from({ length: count }, (_, i) => (takesPart(i) ? 1 : 0));
    for (let group = 0; group < size; group++) this.#winners[size + group] = this.#playGroup(group);
    for (let match = size - 1; match > 0; match--) this.#winners[match] = this.#play(match);
  }

  /** The winner of all; -1 where nobody takes part. */
  get winner(): number {
    return this.#winners[1]!;
  }

  /** Is told that a contestant is not what it was. */
  change(contestant: number): void {
    const winners = this.#winners;
    const before = this.#takesPart[contestant];
    const now = this.takesPart(contestant) ? 1 : 0;
    if (before === 0 && now === 0) return;
    this.#takesPart[contestant] = now;
    const group = Math.floor(contestant / GROUP);
    const held = winners[this.#size + group]!;
    let winner = held === contestant ? this.#playGroup(group) : this.#better(held, now === 1 ? contestant : -1);
    for (let match = this.#size + group; ; winner = this.#play(match)) {
      // Nobody above has met the one who changed.
      if (winner === winners[match] && winner !== contestant) return;
      winners[match] = winner;
      match >>= 1;
      if (match === 0) return;
    }
  }

  #playGroup(group: number): number {
    const end = Math.min((group + 1) * GROUP, this.#takesPart.length);
    let best = -1;
    for (let i = group * GROUP; i < end; i++) if (this.#takesPart[i] === 1) best = this.#better(best, i);
    return best;
  }

  #play(match: number): number {
    return this.#better(this.#winners[2 * match]!, this.#winners[2 * match + 1]!);
  }

  /** The better of two, either of which may be nobody. */
  #better(a: number, b: number): number {
    if (a < 0 || b < 0) return Math.max(a, b);
    const earlier = Math.min(a, b);
    const later = Math.max(a, b);
    return this.beats(later, earlier) ? later : earlier;
  }
}
