/** Whether something is a list of whole numbers from 0 to n - 1. */
export const isListBelow = (given: unknown, n: number): given is readonly number[] =>
  Array.isArray(given) && given.every((x) => Number.isInteger(x) && x >= 0 && x < n);

/** Whether something lists each of 0 to n - 1 exactly once. */
export const isPermutation = (given: unknown, n: number): given is readonly number[] =>
  isListBelow(given, n) && given.length === n && new Set(given).size === n;
