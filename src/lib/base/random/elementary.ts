/**
 * log and exp with fixed bits. Engines may choose the last bits of `Math.log` and `Math.exp`; these use only + - * /,
 * which IEEE 754 rounds the same everywhere. Both are within 2e-16 of the true value, relatively.
 *
 * @module
 */

/** ln 2 in two parts. The first has 21 zero bits at its end, so that its multiples up to 2^21 are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const PER_LN2 = 1.4426950408889634;
const SQRT2 = 1.4142135623730951;

/**
 * ln(m × 2^k) for m in [1, 2).
 *
 * With s = (m-1)/(m+1), ln m = 2 (s + s³/3 + s⁵/5 + …). Centred on 1, m keeps |s| below 0.172, and ten terms are enough.
 * Even and odd terms are summed apart: two short chains of dependent operations run faster than a long one.
 */
function logOfScaled(m: number, k: number): number {
  if (m > SQRT2) {
    m *= 0.5;
    k++;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (1 / 3 + w * (1 / 7 + w * (1 / 11 + w * (1 / 15 + w * (1 / 19)))));
  const even = w * (1 / 5 + w * (1 / 9 + w * (1 / 13 + w * (1 / 17 + w * (1 / 21)))));
  // 2s = f - s f, and f is exact: this order keeps the error of the quotient out of the leading term.
  const tail = s * (2 * (odd + even) - f) + k * LN2_LOW;
  return k * LN2_HIGH + (f + tail);
}

/**
 * Natural logarithm of a finite x > 0. Costs a step for each power of two between x and 1, so it is meant for numbers of
 * ordinary size.
 */
export function log(x: number): number {
  let m = x;
  let k = 0;
  for (; m >= 2; m *= 0.5) k++;
  for (; m < 1; m *= 2) k--;
  return logOfScaled(m, k);
}

const POWERS_OF_TWO = Float64Array.from({ length: 32 }, (_, k) => (k === 31 ? 2 * (1 << 30) : 1 << k));

/** ln((x + ½) / 2^32) for a whole x in [0, 2^32): the logarithm of a uniform draw, without `log`'s search for the power. */
export function logOfUnit(x: number): number {
  if (x === 0) return logOfScaled(1, -33);
  const k = 31 - Math.clz32(x);
  return logOfScaled((x + 0.5) / POWERS_OF_TWO[k]!, k - 32);
}

/**
 * e^x for any x; Infinity and 0 beyond the range of a double.
 *
 * With x = k ln 2 + r and |r| at most half of ln 2, e^x = 2^k (cosh r + sinh r). Seven terms of each series are enough,
 * and the two sums do not wait for each other.
 */
export function exp(x: number): number {
  if (x > 709.8) return Infinity;
  if (x < -745.2) return 0;
  let k = Math.floor(x * PER_LN2 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const w = r * r;
  const cosh = w * (1 / 2 + w * (1 / 24 + w * (1 / 720 + w * (1 / 40_320 + w * (1 / 3_628_800 + w / 479_001_600)))));
  const sinh =
    w * (1 / 6 + w * (1 / 120 + w * (1 / 5040 + w * (1 / 362_880 + w * (1 / 39_916_800 + w / 6_227_020_800)))));
  // The small parts are added first: what they lose is below the last bit of the sum.
  let power = 1 + (r + (cosh + r * sinh));
  for (; k > 0; k--) power *= 2;
  for (; k < 0; k++) power *= 0.5;
  return power;
}
