import { log } from '#lib/base/random/index.ts';
import type { Estimate } from './exponent.ts';
import { leastSquares } from './least-squares.ts';
import { withinErrors } from './student.ts';

/** What was counted for two sizes at once. */
export interface CostAtTwo {
  /** Both at least 1. */
  readonly n: number;
  readonly m: number;
  readonly cost: number;
}

/** How a cost grows with two sizes. */
export type ProductName = 'constant' | 'n' | 'm' | 'n + m' | 'n × m' | 'n log m';

export interface ProductGrowth {
  /** Undefined where the measurements cannot tell. */
  readonly name: ProductName | undefined;
  /** The power of n while m stays, and of m while n stays. */
  readonly exponents: { readonly n: Estimate; readonly m: Estimate } | undefined;
}

type Term = (n: number, m: number) => number;
const one: Term = () => 1;
const justN: Term = (n) => n;
const justM: Term = (_, m) => m;

/** The shapes of each growth; slower terms may stand before the one that names it. */
const shapes: readonly (readonly [ProductName, ...Term[]])[] = [
  ['constant', one],
  ['n', justN],
  ['n', one, justN],
  ['m', justM],
  ['m', one, justM],
  ['n + m', justN, justM],
  ['n × m', (n, m) => n * m],
  ['n × m', justN, (n, m) => n * m],
  ['n × m', justN, justM, (n, m) => n * m],
  ['n log m', (n, m) => n * log(m)],
  ['n log m', justN, (n, m) => n * log(m)],
  ['n log m', justN, justM, (n, m) => n * log(m)]
];

const EXACT = 1e-9;
const STRONG = 6;
const LOOSEST = 0.15;
const LEAST_EACH = 3;

/**
 * Names how a cost grows with two sizes, from its values over a grid of them.
 *
 * @param points at least three different n for at least three different m; all costs over 0
 */
export function nameProduct(points: readonly CostAtTwo[]): ProductGrowth {
  const different = (of: (point: CostAtTwo) => number): number => new Set(points.map(of)).size;
  if (different(({ n }) => n) < LEAST_EACH || different(({ m }) => m) < LEAST_EACH || points.some((p) => p.cost <= 0))
    return { name: undefined, exponents: undefined };
  const fits = shapes.flatMap(([name, ...terms]) => scored(name, terms, points) ?? []);
  const [best] = fits.toSorted((a, b) => a.score - b.score);
  const rivals = fits.filter(({ name, score }) => name !== best?.name && score < (best?.score ?? 0) + STRONG);
  const isPlain = best !== undefined && best.deviation <= LOOSEST && rivals.length === 0;
  return { name: isPlain ? best.name : undefined, exponents: exponentsOf(points) };
}

/** A shape held against the measurements by their ratios; undefined where what names it is not there beyond chance. */
function scored(name: ProductName, terms: readonly Term[], points: readonly CostAtTwo[]) {
  const costs = points.map(({ cost }) => cost);
  const columns = terms.map((term) => points.map(({ n, m }) => term(n, m)));
  const fit = leastSquares(columns, costs, costs, EXACT);
  const left = points.length - terms.length;
  if (fit === undefined || left < 1) return undefined;
  const isThere = (coefficient: number, k: number): boolean =>
    coefficient > (terms.length === 1 ? 0 : (fit.errors[k] as number) * withinErrors(left, '99.9 %'));
  const naming = name === 'n + m' ? 0 : terms.length - 1;
  if (!fit.coefficients.every((coefficient, k) => k < naming || isThere(coefficient, k))) return undefined;
  const variance = fit.squares / left;
  const score = points.length * log(Math.max(variance, EXACT * EXACT)) + terms.length * log(points.length);
  return { name, score, deviation: Math.sqrt(variance) };
}

/** Slopes of the plane through the costs when all three are drawn on logarithmic scales. */
function exponentsOf(points: readonly CostAtTwo[]): ProductGrowth['exponents'] {
  const fit = leastSquares(
    [points.map(() => 1), points.map(({ n }) => log(n)), points.map(({ m }) => log(m))],
    points.map(({ cost }) => log(cost)),
    points.map(() => 1),
    0
  );
  if (fit === undefined) return undefined;
  const { coefficients, errors } = fit;
  const estimate = (k: number): Estimate => {
    const value = coefficients[k] as number;
    const reach = (errors[k] as number) * withinErrors(points.length - 3, '95 %');
    return { value, low: value - reach, high: value + reach };
  };
  return { n: estimate(1), m: estimate(2) };
}
