import { exponentOf, type Estimate } from './exponent.ts';
import { fitAll, type CostAt, type Fit } from './fits.ts';
import type { GrowthName } from './models.ts';

/** Why no growth is named: too little was measured, several growths explain it about as well, or none does. */
export type Doubt = 'too few points' | 'too narrow a range' | 'several fit' | 'none fits';

/** What the measurements say about a growth. */
export interface Growth {
  /** Undefined where they cannot tell; `doubt` then says why. */
  readonly name: GrowthName | undefined;
  readonly doubt: Doubt | undefined;
  /** The growth that is named, or those between which the measurements do not decide, the best first. */
  readonly candidates: readonly GrowthName[];
  /** Undefined with fewer than three costs over zero. */
  readonly exponent: Estimate | undefined;
  /** All growths that could be fitted, the best first; empty where too little was measured. */
  readonly fits: readonly Fit[];
}

/** Different n that are needed, and how many times the least of them the greatest must be. */
const LEAST_POINTS = 4;
const LEAST_RANGE = 4;
/** A score this much less is strong evidence for a model (Kass and Raftery, Bayes Factors, 1995). */
const STRONG = 6;
/** Typical relative deviation beyond which a model explains nothing. */
const LOOSEST = 0.15;

/**
 * Names the growth of a cost from its values at several n. Costs are compared by their ratios, so that small n count as
 * much as large ones, and slower terms beside the leading one are allowed for: 3n + 2 is linear, n² + 50n is quadratic.
 *
 * @param points at least four different n, the greatest at least four times the least, or the answer is a doubt
 * @throws {RangeError} for an n below 1, a negative cost, or one that is not finite
 */
export function nameGrowth(points: readonly CostAt[]): Growth {
  for (const { n, cost } of points)
    if (!(n >= 1 && n < Infinity && cost >= 0 && cost < Infinity))
      throw new RangeError(`Cannot name a growth from a cost of ${cost} at n = ${n}`);
  const sorted = points.toSorted((a, b) => a.n - b.n);
  const exponent = exponentOf(sorted);
  const different = new Set(sorted.map(({ n }) => n)).size;
  if (different < LEAST_POINTS) return doubtful('too few points', exponent);
  if ((sorted.at(-1)?.n ?? 0) < LEAST_RANGE * (sorted[0]?.n ?? 0)) return doubtful('too narrow a range', exponent);
  const fits = fitAll(sorted);
  const explaining = fits.filter(({ deviation }) => deviation <= LOOSEST);
  const best = explaining.find(({ certain }) => certain) ?? explaining[0];
  if (best === undefined) return doubtful('none fits', exponent, fits);
  const rivals = explaining.filter(({ score }) => score < best.score + STRONG);
  const candidates = [...new Set(rivals.map(({ name }) => name))];
  if (candidates.length > 1) return doubtful('several fit', exponent, fits, candidates);
  if (!best.certain) return doubtful('none fits', exponent, fits);
  return { name: best.name, doubt: undefined, candidates, exponent, fits };
}

const doubtful = (
  doubt: Doubt,
  exponent: Estimate | undefined,
  fits: readonly Fit[] = [],
  candidates: readonly GrowthName[] = []
): Growth => ({ name: undefined, doubt, candidates, exponent, fits });
