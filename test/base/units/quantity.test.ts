import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

const q = parseQuantity;
const canonical = (text: string | number) => formatQuantity(q(text));
const quantities = fc.record({
  nano: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  family: fc.constantFrom('DecimalSI' as const, 'DecimalExponent' as const)
});

describe('parseQuantity()', () => {
  it.each([
    ['1500m', 1_500_000_000n],
    ['1Ki', 1_024_000_000_000n],
    ['-0.5', -500_000_000n],
    ['1e3', 1_000_000_000_000n],
    ['1E', 10n ** 27n],
    ['0.1Gi', 107_374_182_400_000_000n]
  ])('reads %s exactly', (text, nano) => {
    expect(q(text).nano).toBe(nano);
  });

  it.each([
    ['0.1n', 1n],
    ['-0.1n', -1n],
    ['25e-999999999', 1n],
    ['0.0000000000025', 1n],
    ['0.00000012345', 124n]
  ])('rounds %s away from zero to whole nano-units', (text, nano) => {
    expect(q(text).nano).toBe(nano);
  });

  it('caps a binary amount, of either sign, and no other', () => {
    expect(canonical('16Ei')).toBe('9223372036854775807');
    expect(canonical('-16Ei')).toBe('-9223372036854775807');
    expect(canonical('16E')).toBe('16E');
  });

  it('makes a binary amount below one byte decimal', () => {
    expect(q('0.0001Ki').family).toBe('DecimalSI');
    expect(q('1Ki').family).toBe('BinarySI');
  });

  it('reads a number as its JSON text', () => {
    expect([canonical(0.5), canonical(2), canonical(1e21)]).toEqual(['500m', '2', '1e21']);
  });

  it('reads a missing number as zero, as upstream does', () => {
    expect(['+', '-', '.', 'm', 'Ki'].map(canonical)).toEqual(['0', '0', '0', '0', '0']);
  });

  it.each([
    ['', 'quantities must match'],
    ['64gb', 'quantities must match'],
    ['1 ', 'quantities must match'],
    ['1.1.1', 'quantities must match'],
    [NaN, 'quantities must match'],
    ['1K', "unable to parse quantity's suffix"],
    ['1e', "unable to parse quantity's suffix"],
    ['1+5', "unable to parse quantity's suffix"],
    ['e-10', 'unable to parse numeric part'],
    ['1e1001', 'unable to parse numeric part']
  ])('refuses %j', (text, message) => {
    expect(() => q(text)).toThrow(QuantityError);
    expect(() => q(text)).toThrow(message);
  });
});

describe('formatQuantity()', () => {
  it.each([
    ['1.5', '1500m'],
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    ['1023Ki', '1023Ki'],
    ['0.5Ki', '512'],
    ['0.9765625Ki', '1k'],
    ['1.2e3', '1200'],
    ['1e14', '100e12'],
    ['0Gi', '0']
  ])('prints %s canonically as %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it('prints what is over 10^18 with an exponent, in every family', () => {
    expect(canonical('1000E')).toBe('1e21');
  });

  it('prints text that reads back as the same amount', () => {
    fc.assert(
      fc.property(quantities, (x) => {
        expect(q(formatQuantity(x)).nano).toBe(x.nano);
      })
    );
  });

  it('prints binary amounts that read back the same, up to the cap', () => {
    const whole = fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(whole, (n) => {
        const x = { nano: n * 10n ** 9n, family: 'BinarySI' } as const;
        expect(q(formatQuantity(x)).nano).toBe(x.nano);
      })
    );
  });
});

describe('addQuantity() and subtractQuantity()', () => {
  it('keep the family of the left operand, unless it is zero', () => {
    expect(formatQuantity(addQuantity(q('1Gi'), q('1M')))).toBe('1074741824');
    expect(addQuantity(q('0'), q('1Gi')).family).toBe('BinarySI');
    expect(subtractQuantity(q('0'), q('1e3')).family).toBe('DecimalExponent');
    expect(subtractQuantity(q('1'), q('1Gi')).family).toBe('DecimalSI');
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        expect(subtractQuantity(addQuantity(a, b), b).nano).toBe(a.nano);
      })
    );
  });
});

describe('compareQuantity()', () => {
  it('compares across families', () => {
    expect(compareQuantity(q('1Gi'), q('1G'))).toBe(1);
    expect(compareQuantity(q('1000m'), q('1e0'))).toBe(0);
    expect(compareQuantity(q('-1'), q('1n'))).toBe(-1);
  });
});

describe('roundUp()', () => {
  it.each([
    ['9.01', -3, '9010m'],
    ['9.01', -1, '9100m'],
    ['9.01', 1, '10'],
    ['-9.01', 1, '-10'],
    ['1n', -12, '1n']
  ])('rounds %s at scale %i to %s', (text, scale, expected) => {
    expect(formatQuantity(roundUp(q(text), scale))).toBe(expected);
  });
});

describe('wholeValue() and milliValue()', () => {
  it('round away from zero', () => {
    expect([wholeValue(q('1.5')), wholeValue(q('-1.5')), milliValue(q('0.5m')), milliValue(q('1100u'))]).toEqual([
      2n,
      -2n,
      1n,
      2n
    ]);
  });
});
