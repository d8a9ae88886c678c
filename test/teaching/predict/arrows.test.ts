import { describe, expect, it } from 'vitest';
import { arrows } from '#lib/allocator/lifecycle/index.ts';
import {
  arrowsIn,
  arrowsOfGenerated,
  arrowsOfPrediction,
  decisionsOf,
  generate,
  questionAt
} from '#lib/teaching/predict/index.ts';
import { contentRuns } from '../content/content-items.ts';

const shelf = contentRuns();
const runOf = (id: string) => {
  const shelved = shelf.get(id);
  if (typeof shelved === 'string') throw new Error(shelved);
  return shelved.run;
};

describe('arrowsIn()', () => {
  it('names the ways that a step takes', () => {
    const { trace } = runOf('one-gpu-busy');
    expect([5, 6, 7, 8].map((step) => arrowsIn(trace, step))).toEqual([
      ['checking.decide'],
      ['running.end', 'releasing.release.completed'],
      ['waiting.queued.recheck'],
      ['checking.decide.fits']
    ]);
  });

  it('tells a refusal by quota from one of an invalid request', () => {
    expect(arrowsIn(runOf('gpu-without-limit').trace, 2)).toEqual(['checking.decide.invalid']);
    const { trace } = runOf('quota-rejects');
    const all = Array.from({ length: trace.last }, (_, i) => arrowsIn(trace, i + 1)).flat();
    expect(all).toContain('checking.decide.overQuota');
  });
});

describe('arrowsOfPrediction()', () => {
  it('finds what a prediction was about by the id of its question', () => {
    const runs = ['one-gpu-busy', 'preempt-restarts'].map((id) => decisionsOf(runOf(id)));
    expect(arrowsOfPrediction(questionAt(runOf('one-gpu-busy'), 4)!.id, runs)).toEqual(['checking.decide']);
    expect(arrowsOfPrediction(questionAt(runOf('preempt-restarts'), 4)!.id, runs)).toEqual([
      'checking.decide.canPreempt',
      'running.preempt'
    ]);
  });

  it('finds nothing for another scenario, and for what is no such id', () => {
    const runs = [decisionsOf(runOf('one-gpu-busy'))];
    expect(arrowsOfPrediction(questionAt(runOf('preempt-restarts'), 4)!.id, runs)).toEqual([]);
    expect(arrowsOfPrediction('allocation-no-branch', runs)).toEqual([]);
  });
});

describe('arrowsOfGenerated()', () => {
  it('gives the outcome of the check that was asked about', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const about = arrowsOfGenerated(generate('fits', seed));
      expect(about).toHaveLength(1);
      expect(about[0]).toMatch(/^checking\.decide/);
    }
  });

  it('gives ids of the chart, and none for a question about a figure', () => {
    const ids = arrows.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(arrowsOfGenerated(generate('status', 3))));
    expect(arrowsOfGenerated(generate('utilisation', 3))).toEqual([]);
  });
});
