import { describe, expect, it } from 'vitest';
import type { Answered, WhatIf } from '#lib/ui/growth/what-if.ts';
import { submitAtOnce } from '#lib/ui/growth/what-ifs/at-once.ts';
import { batch } from '#lib/ui/growth/what-ifs/batch.ts';
import { courseTable } from '#lib/ui/growth/what-ifs/course-table.ts';
import { gang } from '#lib/ui/growth/what-ifs/gang.ts';
import { order } from '#lib/ui/growth/what-ifs/order.ts';
import { reuse } from '#lib/ui/growth/what-ifs/reuse.ts';
import { shareOneGpu } from '#lib/ui/growth/what-ifs/share.ts';
import { twoWaysPlot } from '#lib/ui/growth/two-ways.ts';
import { nameProduct } from '#lib/teaching/growth/index.ts';
import { productSentence } from '#lib/ui/growth/words.ts';
import { measuredOf } from '../../teaching/measure/kit.ts';

/** A question with some sliders moved, its runs made here instead of in a worker. */
function answered<K extends string>(whatIf: WhatIf<K>, moved: Partial<Record<K, number>> = {}) {
  const settings = {
    ...(Object.fromEntries(whatIf.parameters.map(({ id, value }) => [id, value])) as Record<K, number>),
    ...moved
  };
  const results: Answered[] = whatIf
    .asks(settings)
    .map((ask) => ({ ask, n: ask.n, measured: measuredOf(ask.source as object) }));
  const rows = results.filter(({ ask }) => ask.x === undefined);
  const points = results.filter(({ ask }) => ask.x !== undefined);
  return {
    sentence: whatIf.sentence(settings, rows),
    table: rows.map((row) => whatIf.columns.map(({ of }) => of(row))),
    plot: whatIf.plot?.(settings, points, rows)
  };
}

describe('the questions of the page, answered by runs', () => {
  it('count n allocations and n releases where the course table says n of both', () => {
    expect(answered(courseTable).table).toEqual([
      [10, 10, 30, 1],
      [100, 100, 300, 1],
      [1000, 1000, 3000, 1]
    ]);
  });

  it('give calls and seconds of a hundred tasks in five ways', () => {
    const { table, sentence } = answered(batch);
    expect(table).toEqual([
      [100, 300, 6500],
      [10, 120, 4250],
      [1, 102, 4025],
      [100, 300, 650],
      [10, 120, 425]
    ]);
    expect(sentence).toContain('102 calls in place of 300');
    expect(sentence).toContain('4,025 s in place of 6,500 s; a pool of 10 takes 425 s');
  });

  it('say that a resource is not worth keeping once cleaning is dearer than allocating', () => {
    expect(answered(reuse, { s: 25 }).sentence).toMatch(/saves 0 s\.$/);
    expect(answered(reuse, { s: 30 }).sentence).toMatch(/loses 95 s\.$/);
  });

  it('draw every run between Graham’s bounds', () => {
    for (const { plot } of [answered(submitAtOnce), answered(order)]) {
      const [run, upper, lower] = plot?.series ?? [];
      run?.points.forEach(({ x, y }, i) => {
        expect(upper?.points[i]?.x).toBe(x);
        expect(y).toBeLessThanOrEqual(upper?.points[i]?.y ?? NaN);
        expect(y).toBeGreaterThanOrEqual(lower?.points[i]?.y ?? NaN);
      });
      expect(run?.points.length).toBeGreaterThan(10);
    }
  });

  it('take 30 s for twelve jobs at once on four slots, and 120 s one after another', () => {
    expect(answered(submitAtOnce).sentence).toContain('take 30 s at once and 120 s one after another');
    expect(answered(submitAtOnce).sentence).toContain('3 rounds of 10 s');
    expect(answered(submitAtOnce, { p: 12 }).sentence).toContain('There is a slot for each job');
  });

  it('take as long on a cluster that grows, and the time until its nodes are there', () => {
    const makespans = (moved: Parameters<typeof answered<'n' | 'p' | 'D' | 'a'>>[1]) =>
      answered(submitAtOnce, moved).table.map(([makespan]) => makespan);
    expect(makespans({ n: 12, p: 12, D: 600, a: 90 })).toEqual([7200, 600, 700]);
    expect(makespans({ n: 3, p: 1, D: 10, a: 0 })).toEqual([30, 30, 30]);
  });

  it('take 80 s with the long job last, 60 s with it first, and 87.5 s at most', () => {
    expect(answered(order).sentence).toBe(
      'Last it takes 80 s, first 60 s. No order takes less than 60 s, and none that leaves no slot idle more than 87.5 s.'
    );
  });

  it('call a deadlock what G ≤ n(g − 1) allows and the run ends in', () => {
    expect(answered(gang, { n: 2, g: 8, G: 14 }).sentence).toMatch(/^Deadlock: .*G = 14 and n\(g − 1\) = 14\.$/);
    expect(answered(gang, { n: 2, g: 8, G: 15 }).sentence).toMatch(/^No deadlock: G = 15 is more than/);
  });

  it('end tasks that share one GPU no sooner, and on average later', () => {
    expect(answered(shareOneGpu).table).toEqual([
      [40, 25],
      [40, 39.85],
      [10, 10]
    ]);
  });
});

describe('productSentence()', () => {
  const of = (cost: (n: number, m: number) => number) =>
    productSentence(
      'Scan',
      nameProduct([50, 100, 200].flatMap((n) => [50, 100, 200].map((m) => ({ n, m, cost: cost(n, m) }))))
    );

  it('names what grows with jobs and with nodes, and how fast with each', () => {
    expect(of((n, m) => n * m)).toBe(
      'Scan: O(n × m). Twice the jobs give twice as much, and so do twice the nodes. Fitted exponents: 1.00 of n, 1.00 of m.'
    );
  });

  it('says that it cannot tell what fits no growth it knows', () => {
    expect(of((n, m) => n * n * m)).toBe(
      'Scan: these sizes cannot tell how it grows. Fitted exponents: 2.00 of n, 1.00 of m.'
    );
  });
});

describe('twoWaysPlot()', () => {
  it('names the growth of both ways, and speaks of what there are more and more of', () => {
    const results = [10, 20, 40, 80, 160].map((n) => ({ n, measured: [n * n, 5 * n] as const }));
    expect(twoWaysPlot(['list', 'heap'], 'nodes', 'comparisons', results)).toMatchObject({
      title: 'List against heap',
      sentence: expect.stringMatching(/^List: quadratic.*Twice the nodes.* Heap: linear/) as string,
      x: { label: 'nodes, m' },
      series: [{ look: 'measured' }, { look: 'other' }]
    });
  });
});
