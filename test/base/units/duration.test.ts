import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DurationError, formatClock, formatDuration, parseDuration, toTicks } from '#lib/base/units/index.ts';

describe('parseDuration()', () => {
  it.each([
    ['0s', 0],
    ['90s', 90_000],
    ['1h30m', 5_400_000],
    ['2h', 7_200_000],
    ['1.5h', 5_400_000],
    ['1.005s', 1005],
    ['250ms', 250],
    ['10m', 600_000],
    ['1m1.5s', 61_500],
    ['90', 90_000],
    [0.25, 250],
    [0, 0]
  ])('reads %s as %i ms', (text, millis) => {
    expect(parseDuration(text)).toBe(millis);
  });

  it.each([
    ['', 'not a duration'],
    ['5 min', '"5 min" is not a duration; write one such as 90s'],
    ['-5s', 'not a duration'],
    [-5, 'not a duration'],
    ['30m1h', 'not a duration'],
    ['1h1h', 'not a duration'],
    ['.5h', 'not a duration'],
    ['0.5ms', 'finer than a millisecond'],
    ['9007199254740993ms', 'too long'],
    [NaN, 'not a duration']
  ])('refuses %j', (text, message) => {
    expect(() => parseDuration(text)).toThrow(DurationError);
    expect(() => parseDuration(text)).toThrow(message);
  });
});

describe('formatDuration()', () => {
  it.each([
    [0, '0s'],
    [250, '250ms'],
    [1500, '1.5s'],
    [90_000, '1m30s'],
    [3_600_000, '1h'],
    [5_400_000, '1h30m'],
    [3_600_500, '1h0.5s']
  ])('writes %i ms as %s', (millis, text) => {
    expect(formatDuration(millis)).toBe(text);
  });

  it('writes what parseDuration reads back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 12 }), (millis) => {
        expect(parseDuration(formatDuration(millis))).toBe(millis);
      })
    );
  });
});

describe('formatClock()', () => {
  it.each([
    [0, 1000, '0:00'],
    [40, 1000, '0:40'],
    [3725, 1000, '1:02:05'],
    [90_000, 1000, '25:00:00'],
    [2, 60_000, '2:00'],
    [1, 250, '0:00.25'],
    [4, 250, '0:01.00'],
    [3, 1500, '0:04.5'],
    [1, 1, '0:00.001']
  ])('shows tick %i of %i ms as %s', (ticks, tickMillis, text) => {
    expect(formatClock(ticks, tickMillis)).toBe(text);
  });
});

describe('toTicks()', () => {
  it('counts whole ticks', () => {
    expect(toTicks(90_000, 1000)).toBe(90);
  });

  it('refuses a duration that ends between two ticks', () => {
    expect(() => toTicks(1500, 1000)).toThrow(new DurationError('1.5s is not a whole number of ticks; a tick is 1s'));
  });
});
