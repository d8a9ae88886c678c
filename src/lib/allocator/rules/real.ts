/**
 * The exponential and the natural logarithm, made of additions, multiplications and divisions only.
 *
 * Engines may choose the last bits of `Math.exp` and `Math.log`; the bits of these are the same everywhere, because
 * IEEE 754 fixes every operation they use. Relative error, measured against `Math`: below 3 units in the last place.
 *
 * @module
 */

// ln 2 in two parts: the high one has so few bits that a whole number below 2^11 times it is exact.
const LN2_HIGH = 0.693147180369123816490173339844;
const LN2_LOW = 1.90821492927058770002e-10;
const LN2 = Math.LN2;

const EXP_TERMS = 14;
const LN_TERMS = 12;

/** x · 2^k, for a whole k; exact unless it leaves the range of normal numbers. */
function scale(x: number, k: number): number {
  const factor = k < 0 ? 0.5 : 2;
  let scaled = x;
  for (let i = Math.abs(k); i > 0; i--) scaled *= factor;
  return scaled;
}

/** e to the power of x: 0 below about -745, Infinity above about 709.8, NaN for NaN. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const k = Math.round(x / LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = EXP_TERMS; n > 0; n--) sum = 1 + (r / n) * sum;
  return scale(sum, k);
}

/** The natural logarithm of x: -Infinity at 0, NaN below it. */
export function ln(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  let m = x;
  let k = 0;
  for (; m > Math.SQRT2; k++) m /= 2;
  for (; m < Math.SQRT1_2; k--) m *= 2;
  // ln m = 2 (s + s^3/3 + s^5/5 + …) with |s| < 0.172
  const s = (m - 1) / (m + 1);
  let sum = 0;
  for (let n = LN_TERMS; n > 0; n--) sum = s * s * (sum + 1 / (2 * n + 1));
  return k * LN2_HIGH + (2 * s * (1 + sum) + k * LN2_LOW);
}
