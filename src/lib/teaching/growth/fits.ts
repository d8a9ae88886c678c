import { exp, log } from '#lib/base/random/index.ts';
import { leastSquares, type LinearFit } from './least-squares.ts';
import { besideExponential, growthNames, shapes, type GrowthName, type Term } from './models.ts';
import { withinErrors, type Certainty } from './student.ts';

/** What was counted or measured at one n. */
export interface CostAt {
  /** At least 1. */
  readonly n: number;
  /** Of any one unit, not negative. */
  readonly cost: number;
}

/** One growth held against the measurements, in the best of its shapes. */
export interface Fit {
  readonly name: GrowthName;
  /** (fitted − measured) / measured, one a measurement; measured zeros are taken for the least other cost. */
  readonly residuals: readonly number[];
  /** Typical size of a residual: the root of their squares' sum over the measurements that are left to judge by. */
  readonly deviation: number;
  /** By which fits are compared, the less the better: Bayes' information criterion of Schwarz (1978). */
  readonly score: number;
  /** Whether the term that names the growth is there beyond all chance; where not, the fit is a possibility. */
  readonly certain: boolean;
}

/** Relative residuals below this are rounding and tell no two models apart. */
const EXACT = 1e-9;
/** An exponential that grows less than this many powers of e over the measurements is a polynomial to look at. */
const LEAST_POWERS = 3;

/** All growths that the measurements allow, the best first: of each its best certain shape and its best possible one. */
export function fitAll(points: readonly CostAt[]): Fit[] {
  const costs = points.map(({ cost }) => cost);
  const least = costs.reduce((min, cost) => (cost > 0 && cost < min ? cost : min), Infinity);
  const scales = costs.map((cost) => (cost > 0 ? cost : least < Infinity ? least : 1));
  const fitted = (name: GrowthName, terms: readonly Term[], more = 0): Fit | undefined => {
    const columns = terms.map((term) => points.map(({ n }) => term(n)));
    const fit = leastSquares(columns, costs, scales, EXACT);
    return fit === undefined ? undefined : judged(name, fit, more);
  };
  return growthNames
    .flatMap((name) =>
      name === 'exponential'
        ? besideExponential.map((beside) => bestBase(points, (term) => fitted(name, [...beside, term], 1)))
        : shapes[name].map((terms) => fitted(name, terms))
    )
    .filter((fit) => fit !== undefined)
    .toSorted((a, b) => a.score - b.score)
    .filter((fit, i, all) => all.findIndex((f) => f.name === fit.name && f.certain >= fit.certain) === i);
}

/**
 * A fit with its score; undefined where nothing is left to judge by, or the term that names the growth does not grow.
 * Beside other terms that term must be there beyond all chance, because many shapes are tried, and one of them always
 * follows some of the noise. An exponential that is not certain is none: somewhere it hides in every last measurement.
 */
function judged(name: GrowthName, fit: LinearFit, more: number): Fit | undefined {
  const { residuals, squares, coefficients, errors } = fit;
  const count = residuals.length;
  const parameters = coefficients.length + more;
  const left = count - parameters;
  const leading = coefficients.at(-1) as number;
  const surely = (certainty: Certainty): boolean =>
    coefficients.length === 1 || leading > (errors.at(-1) as number) * withinErrors(left, certainty);
  if (left < 1 || (name !== 'constant' && !(leading > 0 && surely(name === 'exponential' ? '99.9 %' : '95 %'))))
    return undefined;
  const variance = squares / left;
  const score = count * log(Math.max(variance, EXACT * EXACT)) + parameters * log(count);
  return { name, residuals, deviation: Math.sqrt(variance), score, certain: surely('99.9 %') };
}

/** The best exponential by its base, looked for on a grid and then by halving the steps around the best. */
function bestBase(points: readonly CostAt[], fit: (term: Term) => Fit | undefined): Fit | undefined {
  const ns = points.map(({ n }) => n);
  const first = Math.min(...ns);
  const last = Math.max(...ns);
  const span = last - first;
  // Counted back from the last n, no power overflows.
  const at = (rate: number): Fit | undefined => fit((n) => exp(rate * (n - last)));
  const low = LEAST_POWERS / span;
  let step = (steepest(points) * 1.5 - low) / GRID;
  if (!(step > 0)) return undefined;
  let rate = low;
  let best: Fit | undefined;
  const ask = (r: number): void => {
    const found = r < low ? undefined : at(r);
    if (found === undefined || (best !== undefined && best.score <= found.score)) return;
    best = found;
    rate = r;
  };
  for (let i = 0; i <= GRID; i++) ask(low + i * step);
  for (let i = 0; i < HALVINGS; i++) {
    step /= 2;
    const centre = rate;
    ask(centre - step);
    ask(centre + step);
  }
  return best;
}

const GRID = 48;
const HALVINGS = 40;

/** The fastest growth between neighbours, in powers of e for each step of n. */
function steepest(points: readonly CostAt[]): number {
  let rate = 0;
  points.forEach(({ n, cost }, i) => {
    const before = points[i - 1];
    if (before !== undefined && before.cost > 0 && cost > 0 && n > before.n)
      rate = Math.max(rate, (log(cost) - log(before.cost)) / (n - before.n));
  });
  return rate;
}
