import {
  addQuantity,
  compareQuantity,
  formatQuantity,
  milliValue,
  parseQuantity,
  QuantityError,
  roundUp,
  subtractQuantity,
  wholeValue
} from '#lib/base/units/index.ts';
import { type Case, differences, type LeafEquals, UnknownKind } from '../case-kit.ts';

interface QuantityCase extends Case {
  readonly op: string;
  readonly input: string;
  readonly a: string;
  readonly b: string;
  readonly scale: number;
}

function parsed(text: string): unknown {
  try {
    const q = parseQuantity(text);
    return {
      ok: true,
      canonical: formatQuantity(q),
      format: q.family,
      exact: q.nano,
      value: `${wholeValue(q)}`,
      milliValue: `${milliValue(q)}`
    };
  } catch (e) {
    if (e instanceof QuantityError) return { ok: false, error: e.message };
    throw e;
  }
}

function rounded(text: string, scale: number): unknown {
  const before = parseQuantity(text);
  const after = roundUp(before, scale);
  return { canonical: formatQuantity(after), exact: compareQuantity(before, after) === 0 };
}

function answer({ op, input, a, b, scale }: QuantityCase): unknown {
  switch (op) {
    case 'parse':
      return parsed(input);
    case 'roundUp':
      return rounded(input, scale);
    case 'add':
      return { canonical: formatQuantity(addQuantity(parseQuantity(a), parseQuantity(b))) };
    case 'sub':
      return { canonical: formatQuantity(subtractQuantity(parseQuantity(a), parseQuantity(b))) };
    case 'cmp':
      return { cmp: compareQuantity(parseQuantity(a), parseQuantity(b)) };
    default:
      throw new UnknownKind(op);
  }
}

/** Billionths in a decimal text such as `1.24E-7`; the cases write nothing finer. */
function nanoOf(decimal: string): bigint {
  const [mantissa = '', exponent = '0'] = decimal.split('E');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const zeros = 9 + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return zeros >= 0 ? digits * BigInt(`1${'0'.repeat(zeros)}`) : digits / BigInt(`1${'0'.repeat(-zeros)}`);
}

const leaf: LeafEquals = (expected, actual, at) =>
  expected === actual || (at === 'exact' && typeof actual === 'bigint' && nanoOf(String(expected)) === actual);

/** Upstream returns some inputs unchanged; where a case gives the strictly canonical text beside it, that is the one we print. */
function expected({ expect }: Case): unknown {
  const { strictCanonical, ...fields } = expect as Record<string, unknown>;
  return strictCanonical === undefined ? fields : { ...fields, canonical: strictCanonical };
}

/** Topic `quantity`: parse, add, sub, cmp and roundUp. */
export const check = (c: Case) => differences(expected(c), answer(c as QuantityCase), leaf);
