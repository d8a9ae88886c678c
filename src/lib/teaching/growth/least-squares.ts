/** A linear model fitted to measurements: cost ≈ Σ coefficient × column. */
export interface LinearFit {
  /** One a column. */
  readonly coefficients: readonly number[];
  /** Standard errors of the coefficients; Infinity where no measurement is left to judge by. */
  readonly errors: readonly number[];
  /** What the model says less what was measured, each over its scale. */
  readonly residuals: readonly number[];
  /** Sum of the squared residuals. */
  readonly squares: number;
}

/** Below this share of its length a column is a mixture of the ones before it. */
const DEPENDENT = 1e-12;

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** One column at right angles to those before it, of length 1, and what it is made of. */
interface Direction {
  readonly unit: readonly number[];
  readonly length: number;
  /** How much of each earlier direction the column held. */
  readonly parts: readonly number[];
}

/**
 * Least squares over measurements that are each divided by a scale, by the modified method of Gram and Schmidt (Björck,
 * Numerical Methods for Least Squares Problems, 1996): the columns n and n² over a wide range of n are nearly one, and the
 * normal equations would lose half of the digits.
 *
 * @param columns values of the model's terms, one list a term, one place a measurement
 * @param measured what was measured
 * @param scales what each measurement is divided by, over 0
 * @param rounding the least that a scaled measurement is taken to be wrong by
 * @returns undefined where there are fewer measurements than terms, or a term is a mixture of others
 */
export function leastSquares(
  columns: readonly (readonly number[])[],
  measured: readonly number[],
  scales: readonly number[],
  rounding: number
): LinearFit | undefined {
  const scaled = (values: readonly number[]): number[] => values.map((value, i) => value / scales[i]!);
  const directions: Direction[] = [];
  for (const column of columns) {
    const direction = orthogonal(scaled(column), directions);
    if (direction === undefined) return undefined;
    directions.push(direction);
  }
  const target = scaled(measured);
  const along = directions.map(({ unit }) => dot(unit, target));
  const coefficients = solved(directions, along);
  const residuals = target.map((y, i) =>
    columns.reduce((sum, c, k) => sum + (coefficients[k]! * c[i]!) / scales[i]!, -y)
  );
  const squares = dot(residuals, residuals);
  const left = measured.length - columns.length;
  const variance = left > 0 ? Math.max(squares / left, rounding * rounding) : Infinity;
  return { coefficients, errors: spreads(directions).map((s) => Math.sqrt(variance * s)), residuals, squares };
}

/** What is new in a column; undefined where nothing is. */
function orthogonal(column: readonly number[], before: readonly Direction[]): Direction | undefined {
  const whole = Math.sqrt(dot(column, column));
  const parts = before.map(() => 0);
  let rest = [...column];
  before.forEach(({ unit }, k) => {
    const part = dot(unit, rest);
    parts[k] = part;
    rest = rest.map((x, i) => x - part * unit[i]!);
  });
  const length = Math.sqrt(dot(rest, rest));
  if (!(length > whole * DEPENDENT)) return undefined;
  return { unit: rest.map((x) => x / length), length, parts };
}

/** The coefficients of the columns from how far the target goes in each direction: back substitution. */
function solved(directions: readonly Direction[], along: readonly number[]): number[] {
  const coefficients = along.map(() => 0);
  for (let k = directions.length - 1; k >= 0; k--) {
    const later = directions.slice(k + 1).reduce((sum, d, i) => sum + d.parts[k]! * coefficients[k + 1 + i]!, 0);
    coefficients[k] = (along[k]! - later) / directions[k]!.length;
  }
  return coefficients;
}

/** The squared length of each row of the inverse of the triangle: by it errors of measurement reach a coefficient. */
function spreads(directions: readonly Direction[]): number[] {
  const columns = directions.map((_, k) =>
    solved(
      directions,
      directions.map((__, i) => (i === k ? 1 : 0))
    )
  );
  return directions.map((_, row) => columns.reduce((sum, column) => sum + column[row]! * column[row]!, 0));
}
