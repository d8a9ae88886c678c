import { describe, expect, it } from 'vitest';
import { erlangB, erlangC, mmc, mmcWaitsLonger } from '#lib/allocator/rules/erlang.ts';
import { little, mm1 } from '#lib/allocator/rules/queueing.ts';

describe('erlangB()', () => {
  // The sum it stands for: (a^c / c!) / Σ a^k / k!, here (8/6) / (1 + 2 + 2 + 8/6) = 4/19.
  it('equals the ratio of sums, worked by hand for 3 servers and 2 erlang', () => {
    expect(erlangB(3, 2)).toBeCloseTo(4 / 19, 15);
  });

  it('loses everybody where there is no server', () => {
    expect(erlangB(0, 2)).toBe(1);
  });
});

describe('erlangC()', () => {
  it('is the utilisation for one server: whoever finds it busy waits', () => {
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 15);
  });

  it('refuses as much load as there are servers', () => {
    expect(() => erlangC(4, 4)).toThrow('utilisation is 1, must be < 1');
  });
});

describe('mmc()', () => {
  it('equals M/M/1 for one server', () => {
    const [many, one] = [mmc(0.5, 1, 1), mm1(0.5, 1)];
    expect(many.W).toBeCloseTo(one.W, 12);
    expect(many.Lq).toBeCloseTo(one.Lq, 12);
  });

  it('keeps Little’s law for all and for those who wait', () => {
    const { L, Lq, W, Wq } = mmc(9, 1, 10);
    expect([L, Lq]).toEqual([little(9, W), little(9, Wq)]);
  });

  it('shows that pooling helps: at 90 % load a wait of 9 services shrinks to 0.37 with 16 servers', () => {
    expect([1, 4, 8, 16].map((c) => mmc(0.9 * c, 1, c).Wq.toFixed(3))).toEqual(['9.000', '1.969', '0.877', '0.370']);
  });
});

describe('mmc() and mmcWaitsLonger()', () => {
  it('halve every time, and change no number of jobs, when arrivals and services are twice as fast', () => {
    const [slow, fast] = [mmc(9, 1, 10), mmc(18, 2, 10)];
    expect(fast.W).toBeCloseTo(slow.W / 2, 12);
    expect(fast.L).toBeCloseTo(slow.L, 12);
    expect(mmcWaitsLonger(18, 2, 10, 0.5)).toBeCloseTo(mmcWaitsLonger(9, 1, 10, 1), 12);
  });
});

describe('mmcWaitsLonger()', () => {
  it('is the probability of waiting at all for no time', () => {
    expect(mmcWaitsLonger(4, 1, 5, 0)).toBe(erlangC(5, 4));
  });

  it('falls by a factor of e with each mean gap between ends beyond the load', () => {
    expect(mmcWaitsLonger(4, 1, 5, 1)).toBeCloseTo(erlangC(5, 4) / Math.E, 15);
  });
});
