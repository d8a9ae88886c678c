/** What a case file holds and how an answer is held against it. One file in `cases/` a topic, named like the topic. */

/** One case: `expect` is what the real system does; everything else is input. */
export interface Case {
  readonly id: string;
  readonly kind?: string;
  readonly expect: unknown;
  readonly [field: string]: unknown;
}

/** One place where expected and actual differ; `at` is a path such as `start.J2`. */
export interface Difference {
  readonly at: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Runs one case against the implementation and says where it differs; an empty list is a pass. Throws on an unknown kind. */
export type CaseCheck = (c: Case) => readonly Difference[];

/** Thrown by a topic for a kind it does not know; counted as a failure, never skipped. */
export class UnknownKind extends Error {
  constructor(kind: string | undefined) {
    super(`unknown kind "${kind ?? ''}"`);
  }
}

/** How two leaves are compared; the default is equality of JSON values. */
export type LeafEquals = (expected: unknown, actual: unknown, at: string) => boolean;

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

/**
 * Every difference between `expected` and `actual`, fields of `expected` only: the code may know more than a case asks.
 * Lists compare by position; `leaf` decides on everything that is neither a list nor an object.
 */
export function differences(
  expected: unknown,
  actual: unknown,
  leaf: LeafEquals = (a, b) => a === b,
  at = ''
): Difference[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [{ at, expected, actual }];
    return expected.flatMap((e, i) => differences(e, actual[i], leaf, `${at}[${i}]`));
  }
  if (isRecord(expected)) {
    if (!isRecord(actual)) return [{ at, expected, actual }];
    return Object.keys(expected).flatMap((k) =>
      differences(expected[k], actual[k], leaf, at === '' ? k : `${at}.${k}`)
    );
  }
  return leaf(expected, actual, at) ? [] : [{ at, expected, actual }];
}

/** A leaf test for figures: equal, or within `relative` of the expected one. Decimal strings count as numbers. */
export const near =
  (relative: number): LeafEquals =>
  (expected, actual) => {
    if (expected === actual) return true;
    const e = Number(expected);
    const a = Number(actual);
    return (
      expected !== null &&
      actual !== null &&
      Number.isFinite(e) &&
      Math.abs(e - a) <= relative * Math.max(1, Math.abs(e))
    );
  };

/** The same list in a fixed order, for answers whose order means nothing. */
export const asSet = (xs: readonly string[]): string[] => [...xs].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
