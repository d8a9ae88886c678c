import { describe, expect, it } from 'vitest';
import { Bench, type Measure } from '#lib/ui/growth/bench.svelte.ts';
import { sizesUpTo } from '#lib/ui/growth/ladder.ts';

/** A measure that waits until it is told to go on, and remembers what it was asked. */
function held() {
  const asked: { n: number; signal: AbortSignal; done: (value: number) => void }[] = [];
  const measure: Measure<number> = (n, { signal }) =>
    new Promise((done, fail) => {
      signal.addEventListener('abort', () => fail(signal.reason as Error));
      asked.push({ n, signal, done });
    });
  return { asked, measure };
}

const settled = () => new Promise((done) => setTimeout(done));

describe('Bench', () => {
  it('measures one size after another, the least first', async () => {
    const bench = new Bench<number>();
    await bench.run([10, 20], (n) => Promise.resolve(3 * n));
    expect(bench.results).toEqual([
      { n: 10, measured: 30 },
      { n: 20, measured: 60 }
    ]);
    expect(bench.progress).toBeUndefined();
  });

  it('says which size goes on and how far it is', async () => {
    const bench = new Bench<number>();
    const seen: unknown[] = [];
    await bench.run([10], (_, { onProgress }) => {
      onProgress(0.5);
      seen.push(bench.progress);
      return Promise.resolve(1);
    });
    expect(seen).toEqual([{ n: 10, done: 0.5 }]);
  });

  it('ends the former run when another begins, and keeps nothing of it', async () => {
    const bench = new Bench<number>();
    const { asked, measure } = held();
    const first = bench.run([10, 20], measure);
    const second = bench.run([30], (n) => Promise.resolve(n));
    expect(asked[0]?.signal.aborted).toBe(true);
    await Promise.all([first, second]);
    expect(bench.results).toEqual([{ n: 30, measured: 30 }]);
    expect(asked).toHaveLength(1);
  });

  it('keeps what was measured when it is cancelled, and asks for no more', async () => {
    const bench = new Bench<number>();
    const { asked, measure } = held();
    const run = bench.run([10, 20, 40], measure);
    asked[0]?.done(1);
    await settled();
    bench.cancel();
    await run;
    expect({ ...bench, results: bench.results, cancelled: bench.cancelled, problem: bench.problem }).toMatchObject({
      results: [{ n: 10, measured: 1 }],
      cancelled: true,
      problem: ''
    });
    expect(asked.map(({ n }) => n)).toEqual([10, 20]);
  });

  it('says what went wrong, and keeps the rows before', async () => {
    const bench = new Bench<number>();
    await bench.run([10, 20], (n) => (n < 20 ? Promise.resolve(n) : Promise.reject(new Error('out of memory'))));
    expect(bench.problem).toBe('out of memory');
    expect(bench.results).toHaveLength(1);
  });
});

describe('sizesUpTo()', () => {
  it('ends at the size that was asked for and doubles up to it', () => {
    expect(sizesUpTo(160)).toEqual([5, 10, 20, 40, 80, 160]);
    expect(sizesUpTo(1_000_000)).toEqual([31_250, 62_500, 125_000, 250_000, 500_000, 1_000_000]);
  });

  it('measures fewer sizes where there are no more', () => {
    expect(sizesUpTo(10)).toEqual([5, 10]);
  });
});
