/** How many sizes one run measures. */
const SIZES = 6;

/**
 * The sizes that a run measures: doublings that end at `most`, so that each row answers "twice the jobs". The least is at
 * least 5 jobs, and all are whole numbers.
 */
export function sizesUpTo(most: number): readonly number[] {
  const sizes: number[] = [];
  for (let n = most; sizes.length < SIZES && n >= 5; n = Math.round(n / 2)) sizes.unshift(n);
  return sizes;
}
