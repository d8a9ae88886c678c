import { describe, expect, it } from 'vitest';
import { nameGrowth, type Growth } from '#lib/teaching/growth/index.ts';
import { growthSentence, predictionSentence } from '#lib/ui/growth/words.ts';

const sizes = [10, 20, 40, 80, 160];
const of = (cost: (n: number) => number): Growth => nameGrowth(sizes.map((n) => ({ n, cost: cost(n) })));

describe('growthSentence()', () => {
  it('names a growth, what it means for twice the jobs, and the fitted exponent', () => {
    expect(
      growthSentence(
        'Calls',
        of((n) => 3 * n)
      )
    ).toBe('Calls: linear, O(n). Twice the jobs give twice as much. Fitted exponent 1.00.');
  });

  it('gives the interval of an exponent that is not exact', () => {
    expect(
      growthSentence(
        'Checks',
        of((n) => (n * (n + 1)) / 2)
      )
    ).toMatch(
      /^Checks: quadratic, O\(n²\)\..* Fitted exponent 1\.9\d, between 1\.9\d and \d\.\d\d in 95 of 100 cases\.$/
    );
  });

  it('says why a growth has no name', () => {
    expect(growthSentence('Checks', nameGrowth([{ n: 1, cost: 1 }]))).toBe(
      'Checks: too few sizes to name the growth: four are needed.'
    );
  });
});

describe('predictionSentence()', () => {
  it('speaks of the last prediction, and takes one within a tenth for right', () => {
    const rows = [
      { n: 10, cost: 55, predicted: 20 },
      { n: 20, cost: 210, predicted: 220 }
    ];
    expect(predictionSentence(rows)).toBe('For n = 20 you predicted 220. Right: it is 210.');
    expect(predictionSentence(rows.slice(0, 1))).toBe('For n = 10 you predicted 20. It is 55.');
  });

  it('is empty where nothing was predicted', () => {
    expect(predictionSentence([{ n: 10, cost: 55 }])).toBe('');
  });
});
