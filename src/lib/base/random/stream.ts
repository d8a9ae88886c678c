import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A source of random numbers: the same seed and purpose give the same numbers on every machine. */
export interface Stream {
  /** A whole number from 0 to 2^32 - 1, each equally likely. */
  uint32(): number;
  /** A number between 0 and 1, never either of them: one of 2^32, evenly spaced. */
  unit(): number;
  /** A whole number from 0 to n - 1, each exactly equally likely. @throws {RangeError} unless n is whole, 1 to 2^32 */
  intBelow(n: number): number;
  /** A new list of the same entries, every order equally likely. */
  shuffle<T>(entries: readonly T[]): T[];
}

const TWO_32 = 4_294_967_296;

/**
 * The stream for one purpose of a run, such as `arrivals` or `items`. Each purpose has its own, so that drawing more for
 * one never changes another.
 *
 * The generator is xoroshiro128+ (32-bit integer operations only, hence the same bits in every engine); its 128 bits of
 * state are a hash of seed and purpose, so that seeds 1 and 2 start far apart.
 *
 * @throws {RangeError} unless the seed is a whole number within ±2^53
 */
export function stream(seed: number, purpose: string): Stream {
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`Cannot seed with ${seed}: it must be a whole number within ±2^53`);
  const generator = xoroshiro128plusFromState(stateOf(seed, purpose));
  const uint32 = (): number => generator.next() >>> 0;
  const intBelow = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > TWO_32)
      throw new RangeError(`Cannot draw below ${n}: it must be a whole number from 1 to 2^32`);
    // Draws past the last full share are thrown away, which removes the bias. The quotient takes the high bits: the
    // lowest bits of this generator are its weakest.
    const share = Math.floor(TWO_32 / n);
    let x = uint32();
    while (x >= share * n) x = uint32();
    return Math.floor(x / share);
  };
  return {
    uint32,
    unit: () => (uint32() + 0.5) / TWO_32,
    intBelow,
    shuffle: (entries) => shuffled(entries, intBelow)
  };
}

/** Fisher and Yates' shuffle, from the end. */
function shuffled<T>(entries: readonly T[], intBelow: (n: number) => number): T[] {
  const list = [...entries];
  for (let i = list.length - 1; i > 0; i--) {
    const j = intBelow(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}

function stateOf(seed: number, purpose: string): number[] {
  const words = [seed | 0, Math.floor(seed / TWO_32) | 0, ...Array.from(purpose, (c) => c.codePointAt(0)!)];
  const state = [1, 2, 3, 4].map((salt) => hash(words, salt));
  // The one state from which the generator would give zeros for ever.
  return state.every((word) => word === 0) ? [1, 0, 0, 0] : state;
}

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/** MurmurHash3 for 32 bits (Austin Appleby, public domain), over whole words. */
function hash(words: readonly number[], salt: number): number {
  let h = salt;
  for (const word of words) {
    h ^= Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    h = (Math.imul(rotate(h, 13), 5) + 0xe6546b64) | 0;
  }
  h ^= words.length * 4;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
