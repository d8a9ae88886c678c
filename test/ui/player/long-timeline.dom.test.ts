import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Bar, Bars, Lane } from '#lib/teaching/explain/index.ts';
import Timeline from '#lib/ui/player/Timeline.svelte';
import { run, steps } from '../fixtures/steps.ts';

const LONG = 100_000;

/** Bars that follow each other without a gap, made as they are asked for and counted. */
function manyBars(counted: { bars: number }): Bars {
  const bar = (i: number): Bar => ({
    job: `job-${i}`,
    state: 'running',
    from: i * 10,
    to: i * 10 + 10,
    step: i * 4,
    until: i * 4 + 4
  });
  return {
    length: LONG,
    at: (i) => {
      counted.bars++;
      return i < LONG ? bar(i) : undefined;
    }
  };
}

it('a timeline of very many bars and lanes makes only those that it draws, and those that it searches through', () => {
  const counted = { bars: 0 };
  const lane = (node: string) => (_: unknown, i: number) =>
    ({ node, label: `${i + 1}`, device: true, bars: manyBars(counted) }) satisfies Lane<Bars>;
  const overTime = {
    end: LONG * 10,
    clock: '',
    lanes: Array.from({ length: 500 }, lane('node')),
    queue: Array.from({ length: 2000 }, lane('Queue'))
  };
  const view = { ...run.at(steps.waits), step: 200_000, tick: 500_000 };
  render(Timeline, { run: { ...run, last: LONG * 4, overTime, marks: () => [] }, view, ahead: true });
  expect(screen.getByText(/^At .*job-50000 running \(node, 24\)/)).toBeInTheDocument();
  expect(document.querySelectorAll('.lane')).toHaveLength(48);
  // 48 lanes, of each a few bars and some twenty searches of seventeen bars.
  expect(counted.bars).toBeLessThan(48 * 20 * 2 * 17 + 2000);
});
