import { describe, expect, it } from 'vitest';
import {
  constant,
  exponential,
  fill,
  lognormal,
  normal,
  type Sampler,
  stream,
  uniform
} from '#lib/base/random/index.ts';

const N = 1_000_000;

function draws(sampler: Sampler, seed = 11): Float64Array {
  const out = new Float64Array(N);
  fill(out, N, sampler, stream(seed, 'samples'));
  return out;
}

function moments(xs: Float64Array) {
  const mean = xs.reduce((a, b) => a + b, 0) / xs.length;
  const variance = xs.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / xs.length;
  return { mean, cv: Math.sqrt(variance) / mean, variance };
}

/**
 * Four standard errors of the sample's mean and cv. The second follows from the delta method:
 * n var(cv) = cv² ((kurtosis - 1) / 4 + cv² - cv skewness).
 */
function bounds(mean: number, cv: number, skewness: number, kurtosis: number) {
  return {
    mean: (4 * mean * cv) / Math.sqrt(N),
    cv: 4 * cv * Math.sqrt(((kurtosis - 1) / 4 + cv * cv - cv * skewness) / N)
  };
}

/** @param shape skewness and kurtosis of the distribution */
function expectMoments(sampler: Sampler, mean: number, cv: number, shape: readonly [number, number]) {
  const found = moments(draws(sampler));
  const bound = bounds(mean, cv, ...shape);
  expect(Math.abs(found.mean - mean), `mean ${found.mean}`).toBeLessThan(bound.mean);
  expect(Math.abs(found.cv - cv), `cv ${found.cv}`).toBeLessThan(bound.cv);
}

describe('exponential()', () => {
  it('has its mean and a cv of 1', () => {
    expectMoments(exponential(30), 30, 1, [2, 9]);
  });

  it('exceeds its mean in a share of 1/e', () => {
    const share = draws(exponential(30)).filter((x) => x > 30).length / N;
    const expected = Math.exp(-1);
    expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / N));
  });

  it('is never 0 and never infinite', () => {
    expect(draws(exponential(1)).every((x) => x > 0 && x < 23)).toBe(true);
  });

  it('gives the bits it gave when the first scenario was published', () => {
    const s = stream(7, 'arrivals');
    const sample = exponential(30);
    expect([sample(s), sample(s), sample(s)]).toEqual([151.79362078158755, 14.233045405605194, 5.128641925715267]);
  });

  it.each([0, -1, NaN, Infinity])('refuses mean %d', (mean) => {
    expect(() => exponential(mean)).toThrow(RangeError);
  });
});

describe('lognormal()', () => {
  it.each([0.5, 1, 2])('has its mean and a cv of %d', (cv) => {
    const w = 1 + cv * cv;
    expectMoments(lognormal(600, cv), 600, cv, [(w + 2) * cv, w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 3]);
  });

  it('is less than mean / √(1 + cv²) half the time', () => {
    const share = draws(lognormal(600, 2)).filter((x) => x < 600 / Math.sqrt(5)).length / N;
    expect(Math.abs(share - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 4 / N));
  });

  it('gives the bits it gave when the first scenario was published', () => {
    const s = stream(7, 'services');
    const sample = lognormal(600, 2);
    expect([sample(s), sample(s), sample(s)]).toEqual([297.33122813413377, 68.21210581673033, 283.08115262002224]);
  });

  it('is constant with a cv of 0', () => {
    expect(lognormal(600, 0)(stream(1, ''))).toBe(600);
  });

  it.each([
    [0, 1],
    [1, -1],
    [1, NaN]
  ])('refuses mean %d with cv %d', (mean, cv) => {
    expect(() => lognormal(mean, cv)).toThrow(RangeError);
  });
});

describe('normal()', () => {
  it('has mean 0, variance 1 and both signs alike', () => {
    const xs = draws(normal);
    const { mean, variance } = moments(xs);
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(N));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / N));
    // Within one standard deviation lie 68.27 %.
    expect(Math.abs(xs.filter((x) => Math.abs(x) < 1).length / N - 0.682_689_5)).toBeLessThan(
      4 * Math.sqrt(0.2166 / N)
    );
  });
});

describe('uniform()', () => {
  it('has the mean and the cv of an even spread', () => {
    expectMoments(uniform(10, 30), 20, 20 / Math.sqrt(12) / 20, [0, 1.8]);
  });

  it('stays between its bounds', () => {
    expect(draws(uniform(10, 30)).every((x) => x > 10 && x < 30)).toBe(true);
  });

  it('refuses bounds that do not rise', () => {
    expect(() => uniform(2, 2)).toThrow(RangeError);
  });
});

describe('constant()', () => {
  it('draws nothing from the stream', () => {
    const s = stream(1, '');
    expect(constant(5)(s)).toBe(5);
    expect(s.uint32()).toBe(stream(1, '').uint32());
  });
});

describe('fill()', () => {
  it('gives what as many single draws give, and leaves the rest alone', () => {
    const out = new Float64Array(5).fill(-1);
    fill(out, 3, exponential(1), stream(9, ''));
    const s = stream(9, '');
    const single = exponential(1);
    expect([...out]).toEqual([single(s), single(s), single(s), -1, -1]);
  });
});
