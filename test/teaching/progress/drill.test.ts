import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { drillEntry, drillMarks, entrySchema, memoryStore, type DrillMark } from '#lib/teaching/progress/index.ts';

const mark = (stage: number, named: number[], revision = 1): DrillMark => ({
  prompt: 'second-job',
  stage,
  revision,
  named,
  points: 4
});

describe('marks of the drill', () => {
  it('are entries of the log, with the share of the points named as their score', async () => {
    const entry = await memoryStore('test').add(drillEntry(mark(1, [0, 2, 3]), 5));
    expect(safeParse(entrySchema, entry).success).toBe(true);
    expect(entry).toMatchObject({ kind: 'drill', item: 'interview/second-job/1', response: [0, 2, 3], score: 0.75 });
  });

  it('count by the last one given to each question', async () => {
    const store = memoryStore('test');
    for (const [at, given] of [mark(0, []), mark(2, [0]), mark(0, [1, 2])].entries())
      await store.add(drillEntry(given, at));
    expect(drillMarks('second-job', 1, 3, await store.all())).toEqual([0.5, undefined, 0.25]);
  });

  it('are left out where the prompt has changed since', async () => {
    const store = memoryStore('test');
    await store.add(drillEntry(mark(0, [1]), 1));
    expect(drillMarks('second-job', 2, 1, await store.all())).toEqual([undefined]);
  });
});
