/** What one run of a program took, in milliseconds of CPU, and a figure by which its result can be compared. */
export interface Sample {
  readonly millis: number;
  readonly check?: string;
}

/** A program to be timed; each call is one run. */
export type Timed = () => Sample | Promise<Sample>;

/** Thrown when two programs that should do the same work gave different results. */
export class Disagreement extends Error {}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds of some programs, round by round. */
export class Rounds<Name extends string> {
  readonly #millis = new Map<Name, number[]>();

  /**
   * Runs all programs once a round, every second round in reverse, so that what else the machine does meets all alike.
   *
   * @throws {Disagreement} if two runs that give a check give different ones
   */
  static async of<Name extends string>(programs: Readonly<Record<Name, Timed>>, rounds: number): Promise<Rounds<Name>> {
    const measured = new Rounds<Name>();
    const names = Object.keys(programs) as Name[];
    let agreed: string | undefined;
    for (let round = 0; round < rounds; round++)
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        const { millis, check } = await programs[name]();
        measured.#of(name).push(millis);
        agreed ??= check;
        if (check !== undefined && check !== agreed)
          throw new Disagreement(`${name} gave ${check}, another program gave ${agreed}`);
      }
    return measured;
  }

  /** Median of a program's milliseconds. */
  millis(name: Name): number {
    return median(this.#of(name));
  }

  /** How many times faster one program is than another: the median over rounds, so that slow moments cancel out. */
  speed(name: Name, than: Name): number {
    const other = this.#of(than);
    return median(this.#of(name).map((millis, round) => other[round]! / millis));
  }

  #of(name: Name): number[] {
    const known = this.#millis.get(name) ?? [];
    this.#millis.set(name, known);
    return known;
  }
}
