/**
 * Kubernetes quantities: exact numbers with the suffix family they were written in.
 *
 * Nothing finer than 10^-9 exists (parsing rounds away from zero), so a count of nano-units is exact. A double would
 * not be: `64Gi` in nano-units has 20 digits.
 *
 * Source: kubernetes/apimachinery `pkg/api/resource`, v1.31 to v1.35. Upstream hands some texts that are not canonical
 * back as they were written (`1E3`, `00100m`, `7.123456M`); here formatting is always canonical.
 *
 * @module
 */

/** Which suffixes a quantity is written with: `k M G`, `Ki Mi Gi` or `e3 e6`. */
export type QuantityFamily = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** An exact amount in billionths of a unit (a core, a byte, a device), and the family it is printed in. */
export interface Quantity {
  readonly nano: bigint;
  readonly family: QuantityFamily;
}

/** Thrown by `parseQuantity`; the message is the API server's own. */
export class QuantityError extends Error {
  override readonly name = 'QuantityError';
}

const FORMAT_WRONG = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const NUMERIC_WRONG = 'unable to parse numeric part of quantity';
const SUFFIX_WRONG = "unable to parse quantity's suffix";

/** Upstream's scanner is stricter than the expression its message shows: at most one dot. It also lets a lone sign be 0. */
const GRAMMAR = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/;

const DECIMAL_SUFFIXES = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18]
]);
const DECIMAL_SUFFIX_OF = new Map([...DECIMAL_SUFFIXES].map(([suffix, exponent]) => [exponent, suffix]));
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const NANO = 1_000_000_000n;
const NANO_DIGITS = 9;
const INT64_MAX = 9_223_372_036_854_775_807n;
const KIBI = 1024n;
/** Far beyond any resource; upstream would build numbers of any length. */
const LARGEST_EXPONENT = 1000;

interface Suffix {
  readonly family: QuantityFamily;
  readonly exponent: number;
}

function readSuffix(text: string): Suffix {
  const decimal = DECIMAL_SUFFIXES.get(text);
  if (decimal !== undefined) return { family: 'DecimalSI', exponent: decimal };
  const binary = BINARY_SUFFIXES.indexOf(text);
  if (binary > 0) return { family: 'BinarySI', exponent: binary * 10 };
  if (!/^[eE][-+]?[0-9]+$/.test(text)) throw new QuantityError(SUFFIX_WRONG);
  const exponent = Number(text.slice(1));
  if (exponent > LARGEST_EXPONENT) throw new QuantityError(NUMERIC_WRONG);
  return { family: 'DecimalExponent', exponent };
}

const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** 10^n for a whole n >= 0. Read from text: the operator for powers is not allowed in code whose bits must not vary. */
const powerOfTen = (n: number): bigint => BigInt(`1${'0'.repeat(n)}`);

function divideAwayFromZero(n: bigint, by: bigint): bigint {
  const size = (abs(n) + by - 1n) / by;
  return n < 0n ? -size : size;
}

/** digits × 10^exponent, rounded away from zero to a whole number. */
function scaleUp(digits: bigint, exponent: number): bigint {
  if (exponent >= 0) return digits * powerOfTen(exponent);
  // A divisor longer than the number rounds it to 1 whatever its length, so `1e-999999999` needs no long arithmetic.
  return divideAwayFromZero(digits, powerOfTen(Math.min(-exponent, digits.toString().length)));
}

/**
 * The quantity that a text such as `1500m`, `64Gi`, `0.5` or `1e3` stands for. A number is read as the text JSON gives it.
 *
 * Anything finer than 10^-9 is rounded away from zero; a binary amount over 2^63-1 becomes 2^63-1; a binary amount
 * below one byte becomes decimal.
 *
 * @throws {QuantityError} in the API server's words; also for an exponent over 1000
 */
export function parseQuantity(text: string | number): Quantity {
  const parts = text === '' ? null : GRAMMAR.exec(String(text));
  if (parts === null) throw new QuantityError(FORMAT_WRONG);
  const [, sign = '', whole = '', fraction = '', suffixText = ''] = parts;
  const { family, exponent } = readSuffix(suffixText);
  const decimalExponent = (family === 'BinarySI' ? 0 : exponent) - fraction.length;
  // Upstream reads a missing number as 0, except on its slow path, which it takes for amounts below a nano-unit.
  if (whole + fraction === '' && decimalExponent < -NANO_DIGITS) throw new QuantityError(NUMERIC_WRONG);
  const digits = BigInt(whole + fraction);
  const scaled = family === 'BinarySI' ? digits << BigInt(exponent) : digits;
  const size = scaleUp(scaled, decimalExponent + NANO_DIGITS);
  return signed(sign === '-', family === 'BinarySI' ? inBinaryRange(size) : { nano: size, family });
}

function inBinaryRange(nano: bigint): Quantity {
  if (nano > 0n && nano < NANO) return { nano, family: 'DecimalSI' };
  return { nano: nano > INT64_MAX * NANO ? INT64_MAX * NANO : nano, family: 'BinarySI' };
}

const signed = (negative: boolean, q: Quantity): Quantity => (negative ? { ...q, nano: -q.nano } : q);

/**
 * The canonical text: no fraction, and the largest suffix that leaves a whole number (`1.5` → `1500m`, `1024Mi` → `1Gi`).
 * A binary amount that is below 1024 or not whole is printed with decimal suffixes, as upstream does.
 */
export function formatQuantity({ nano, family }: Quantity): string {
  if (nano === 0n) return '0';
  const binary = family === 'BinarySI' && nano % NANO === 0n && abs(nano) >= KIBI * NANO;
  return binary ? formatBinary(nano / NANO) : formatDecimal(nano, family);
}

function formatBinary(whole: bigint): string {
  let mantissa = whole;
  let power = 0;
  while (mantissa % KIBI === 0n && power < BINARY_SUFFIXES.length - 1) {
    mantissa /= KIBI;
    power++;
  }
  return `${mantissa}${BINARY_SUFFIXES[power]}`;
}

function formatDecimal(nano: bigint, family: QuantityFamily): string {
  let mantissa = nano;
  let exponent = -NANO_DIGITS;
  while (mantissa % 1000n === 0n) {
    mantissa /= 1000n;
    exponent += 3;
  }
  if (exponent === 0) return `${mantissa}`;
  // Over 10^18 there is no suffix; releases after v1.35 then write an exponent, earlier ones lost it.
  const suffix = family === 'DecimalExponent' ? undefined : DECIMAL_SUFFIX_OF.get(exponent);
  return `${mantissa}${suffix ?? `e${exponent}`}`;
}

/** a + b, exactly; printed in the family of `a`, or of `b` if `a` is zero. */
export function addQuantity(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano + b.nano, family: a.nano === 0n ? b.family : a.family };
}

/** a - b, exactly, below zero too; printed in the family of `a`, or of `b` if `a` is zero. */
export function subtractQuantity(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano - b.nano, family: a.nano === 0n ? b.family : a.family };
}

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`, whatever their families. */
export function compareQuantity(a: Quantity, b: Quantity): -1 | 0 | 1 {
  if (a.nano === b.nano) return 0;
  return a.nano < b.nano ? -1 : 1;
}

/** `q` rounded away from zero to a multiple of 10^scale: 9.01 at scale -1 is 9.1, at scale 1 it is 10. */
export function roundUp(q: Quantity, scale: number): Quantity {
  if (scale <= -NANO_DIGITS) return q;
  const unit = powerOfTen(scale + NANO_DIGITS);
  return { nano: divideAwayFromZero(q.nano, unit) * unit, family: q.family };
}

/** Whole units, rounded away from zero: bytes of `1.5Gi`, devices of `2`. Upstream's `Value()`, without its overflow. */
export const wholeValue = (q: Quantity): bigint => divideAwayFromZero(q.nano, NANO);

/** Thousandths of a unit, rounded away from zero: millicores of `0.5` are 500, of `0.5m` 1. Upstream's `MilliValue()`. */
export const milliValue = (q: Quantity): bigint => divideAwayFromZero(q.nano, NANO / 1000n);
