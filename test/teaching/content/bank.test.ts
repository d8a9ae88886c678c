import { describe, expect, it } from 'vitest';
import { formatProblems } from '#lib/teaching/content/index.ts';
import { contentBank } from './content-items.ts';

const bank = contentBank();

describe('the items of the content', () => {
  it('have no problem: every key is proven or cited, every option explained', () => {
    expect(formatProblems(bank.problems)).toBe('');
  });

  it('are at least 120, and at most a quarter of them stand without a run', () => {
    expect(bank.items.length).toBeGreaterThanOrEqual(120);
    const cited = bank.items.filter(({ check }) => check.length === 0);
    expect(cited.length / bank.items.length).toBeLessThanOrEqual(0.25);
  });

  it('ask for every objective', () => {
    const asked = new Set(bank.items.map(({ objective }) => objective));
    expect(bank.objectives.filter(({ id }) => !asked.has(id))).toEqual([]);
  });
});
