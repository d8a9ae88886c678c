import { parameters, type ParameterId } from '#lib/teaching/measure/index.ts';

/** The numbers of jobs that can be chosen: doublings from 10, so that halves are whole, and a million. */
export const jobStops: readonly number[] = [...Array.from({ length: 17 }, (_, i) => 10 * 2 ** i), 1_000_000];

/** Every whole number from `least` to `most`, or every `by`-th. */
export const evenly = (least: number, most: number, by = 1): readonly number[] =>
  Array.from({ length: Math.floor((most - least) / by) + 1 }, (_, i) => least + i * by);

/** How many stops a slider has at most where each must be found by a thumb. */
const STOPS = 121;

/** What a slider for a parameter needs; up to 121 whole stops, more of them in steps of ten. */
export function sliderOf(id: ParameterId) {
  const { name, unit, least, most, usual } = parameters[id];
  const every = evenly(least, most);
  const stops = every.length <= STOPS ? every : [...evenly(least, 9), ...evenly(10, most, 10)];
  return { id, name: `${name}, ${id}`, unit, stops, value: usual };
}
