import { describe, expect, it } from 'vitest';
import { arrows, isOutcome } from '#lib/allocator/lifecycle/index.ts';
import { arrowsOf } from '#lib/teaching/content/index.ts';
import { contentBank, contentRuns } from './content-items.ts';

const runs = contentRuns();
const { items } = contentBank();
const about = (id: string): string[] =>
  arrowsOf(
    items.find((item) => item.id === id)!,
    runs
  );

describe('arrowsOf()', () => {
  it('takes the step at which the key stands', () => {
    expect(about('allocation-no-branch')).toEqual(['checking.decide']);
  });

  it('takes the step that a fact names', () => {
    expect(about('tracing-crash-keeps-gpu')).toContain('releasing.release.completed');
  });

  it('is about nothing where no run stands behind an item', () => {
    expect(about('allocation-purpose')).toEqual([]);
  });
});

describe('the questions of the site', () => {
  it('ask about every outcome of a check and of a release', () => {
    const asked = new Set(items.flatMap((item) => arrowsOf(item, runs)));
    expect(arrows.filter((arrow) => isOutcome(arrow) && !asked.has(arrow.id)).map(({ id }) => id)).toEqual([]);
  });
});
