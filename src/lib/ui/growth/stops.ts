/** The numbers of jobs that can be chosen: doublings from 10, so that halves are whole, and a million. */
export const jobStops: readonly number[] = [...Array.from({ length: 17 }, (_, i) => 10 * 2 ** i), 1_000_000];

/** Every whole number from `least` to `most`, or every `by`-th. */
export const evenly = (least: number, most: number, by = 1): readonly number[] =>
  Array.from({ length: Math.floor((most - least) / by) + 1 }, (_, i) => least + i * by);
