/**
 * A set of small whole numbers that tells its least at once: a bit a number, and above every 32 words a word that says
 * which of them hold any.
 */
export class FirstOfSet {
  /** The bits, then the words above them, up to a single word. */
  readonly #levels: Int32Array[] = [];

  /** @param size what all numbers are below; all of them are in the set at first */
  constructor(size: number) {
    for (let bits = size; ;) {
      const words = new Int32Array(Math.max(1, Math.ceil(bits / 32)));
      for (let bit = 0; bit < bits; bit++) words[bit >> 5]! |= 1 << (bit & 31);
      this.#levels.push(words);
      if (words.length === 1) return;
      bits = words.length;
    }
  }

  /** The least; -1 where the set is empty. */
  get first(): number {
    const levels = this.#levels;
    if (levels[levels.length - 1]![0] === 0) return -1;
    let at = 0;
    for (let level = levels.length - 1; level >= 0; level--) {
      const word = levels[level]![at]!;
      at = 32 * at + 31 - Math.clz32(word & -word);
    }
    return at;
  }

  add(number: number): void {
    let at = number;
    for (const words of this.#levels) {
      const before = words[at >> 5]!;
      words[at >> 5] = before | (1 << (at & 31));
      if (before !== 0) return;
      at >>= 5;
    }
  }

  remove(number: number): void {
    let at = number;
    for (const words of this.#levels) {
      const after = (words[at >> 5]! &= ~(1 << (at & 31)));
      if (after !== 0) return;
      at >>= 5;
    }
  }
}
