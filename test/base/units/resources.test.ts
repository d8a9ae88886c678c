import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountOf,
  formatAmount,
  isExtended,
  parseAmount,
  parseQuantity,
  plainAmount,
  QuantityError,
  shortName
} from '#lib/base/units/index.ts';

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage', 'nvidia.com/gpu', 'pods'];

describe('amountOf()', () => {
  it.each([
    ['cpu', '1.5', 1500],
    ['cpu', '0.5m', 1],
    ['memory', '32Gi', 34_359_738_368],
    ['memory', '100m', 1],
    ['nvidia.com/gpu', '2', 2]
  ])('counts %s %s as %i', (resource, text, amount) => {
    expect(amountOf(resource, parseQuantity(text))).toBe(amount);
  });

  it('refuses what a number cannot hold exactly', () => {
    expect(parseAmount('memory', 9_007_199_254_740_991)).toBe(9_007_199_254_740_991);
    expect(() => parseAmount('memory', '8Pi')).toThrow(QuantityError);
    expect(() => parseAmount('cpu', '10T')).toThrow('10T of cpu is too much');
  });
});

describe('formatAmount()', () => {
  it.each([
    ['cpu', 1500, '1500m'],
    ['cpu', 2000, '2'],
    ['memory', 34_359_738_368, '32Gi'],
    ['memory', 129_000_000, '129M'],
    ['memory', 0, '0'],
    ['ephemeral-storage', 1024, '1Ki'],
    ['nvidia.com/gpu', 2, '2'],
    ['memory', -1024, '-1Ki']
  ])('prints %s %i as %s', (resource, amount, text) => {
    expect(formatAmount(resource, amount)).toBe(text);
  });

  it('prints what reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RESOURCES), fc.maxSafeNat(), (resource, amount) => {
        expect(parseAmount(resource, formatAmount(resource, amount))).toBe(amount);
      })
    );
  });
});

describe('plainAmount()', () => {
  it.each([
    ['nvidia.com/gpu', 1, '1 GPU'],
    ['nvidia.com/gpu', 2, '2 GPUs'],
    ['nvidia.com/gpu', 0, '0 GPUs'],
    ['nvidia.com/mig-3g.20gb', 2, '2 MIG 3g.20gb'],
    ['cpu', 1500, '1.5 CPU'],
    ['cpu', 100, '0.1 CPU'],
    ['memory', 34_359_738_368, '32 GiB'],
    ['memory', 1_610_612_736, '1.5 GiB'],
    ['memory', 1_074_790_400, '1025 MiB'],
    ['memory', 1_500_000_000, '1.5 GB'],
    ['memory', 107_374_183, '107374183 bytes'],
    ['memory', 1, '1 byte'],
    ['memory', 0, '0 bytes'],
    ['memory', -1_073_741_824, '-1 GiB'],
    ['ephemeral-storage', 10_737_418_240, '10 GiB of storage'],
    ['hugepages-2Mi', 4_194_304, '4 MiB of 2Mi huge pages'],
    ['pods', 1, '1 pod'],
    ['pods', 110, '110 pods']
  ])('says %s %i as %s', (resource, amount, text) => {
    expect(plainAmount(resource, amount)).toBe(text);
  });

  it('never says the same for two amounts that differ by one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RESOURCES), fc.nat({ max: 10 ** 12 }), (resource, amount) => {
        expect(plainAmount(resource, amount)).not.toBe(plainAmount(resource, amount - 1));
      })
    );
  });
});

describe('isExtended()', () => {
  it('holds for a domain outside kubernetes.io alone', () => {
    const names = ['nvidia.com/gpu', 'cpu', 'hugepages-2Mi', 'kubernetes.io/batch', 'requests.nvidia.com/gpu'];
    expect(names.map(isExtended)).toEqual([true, false, false, false, false]);
  });
});

describe('shortName()', () => {
  it('is what people say', () => {
    const names = ['nvidia.com/gpu', 'cpu', 'memory', 'nvidia.com/mig-1g.5gb', 'example.com/fpga'];
    expect(names.map(shortName)).toEqual(['GPU', 'CPU', 'memory', 'MIG 1g.5gb', 'fpga']);
  });
});
