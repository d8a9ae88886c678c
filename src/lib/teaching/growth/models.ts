import { log } from '#lib/base/random/index.ts';

/** The growths that have a name here, the slowest first. */
export const growthNames = [
  'constant',
  'logarithmic',
  'linear',
  'n log n',
  'quadratic',
  'cubic',
  'exponential'
] as const;
export type GrowthName = (typeof growthNames)[number];

/** A term of a model. */
export type Term = (n: number) => number;

const one: Term = () => 1;
const logarithm: Term = (n) => log(n);
const n1: Term = (n) => n;
const nLog: Term = (n) => n * log(n);
const n2: Term = (n) => n * n;
const n3: Term = (n) => n * n * n;

/**
 * For each growth the shapes that a cost of that growth takes, from the bare term to the mixtures with slower ones. The
 * last term of a shape is the one that names it; the exponential, whose base is not known before, is made in `fits.ts`.
 */
export const shapes: Readonly<Record<Exclude<GrowthName, 'exponential'>, readonly (readonly Term[])[]>> = {
  constant: [[one]],
  logarithmic: [[logarithm], [one, logarithm]],
  linear: [[n1], [one, n1]],
  'n log n': [[nLog], [one, nLog], [n1, nLog], [one, n1, nLog]],
  quadratic: [[n2], [one, n2], [n1, n2], [one, n1, n2]],
  cubic: [[n3], [one, n3], [n1, n3], [n2, n3], [n1, n2, n3]]
};

/** The slower terms that may stand beside an exponential one. */
export const besideExponential: readonly (readonly Term[])[] = [[], [one], [n1]];
