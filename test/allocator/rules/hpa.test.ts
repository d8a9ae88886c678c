import { describe, expect, it } from 'vitest';
import { type HpaEvidence, proposeByAverage, proposeByUtilisation } from '#lib/allocator/rules/hpa.ts';
import type { HpaPod } from '#lib/allocator/rules/hpa-pods.ts';

const pod = (usage: number | null, change: Partial<HpaPod> = {}): HpaPod => ({
  phase: 'Running',
  deleted: false,
  ready: true,
  neverReady: false,
  sampledSinceReady: true,
  age: 1000,
  request: 100,
  usage,
  ...change
});
const pods = (...usages: (number | null)[]): HpaPod[] => usages.map((usage) => pod(usage));
const pending = pod(null, { phase: 'Pending', ready: false });

/** Replicas for cpu at the given target; `current` is the number of pods. */
const replicas = (some: readonly HpaPod[], target: number) => {
  const proposal = proposeByUtilisation(some, some.length, target, true);
  return proposal.problem ?? proposal.replicas;
};

describe('proposeByUtilisation()', () => {
  it('asks for 6 pods when 4 at 90 % should be at 60 %', () => {
    expect(proposeByUtilisation(pods(90, 90, 90, 90), 4, 60, true)).toEqual({
      problem: null,
      replicas: 6,
      utilisation: 90,
      average: 90
    });
  });

  it('changes nothing for 10 pods at 64 % that should be at 60 %: the ratio is within 0.1 of 1', () => {
    expect(replicas(pods(...new Array<number>(10).fill(64)), 60)).toBe(10);
  });

  it('takes ratios of exactly 0.9 and 1.1 to be within the tolerance', () => {
    expect([replicas(pods(45, 45), 50), replicas(pods(55, 55), 50)]).toEqual([2, 2]);
  });

  it('measures against what is requested, not against the number of pods', () => {
    expect(replicas([pod(90, { request: 300 }), pod(90)], 45)).toBe(2);
  });

  it('cuts the percentage to a whole number before it divides', () => {
    // 200 / 300 is 66.67 %: with 66 the ratio is 1.1, inside the tolerance; with 66.67 it would not be.
    expect(replicas(pods(67, 67, 66), 60)).toBe(3);
  });

  it('takes a pod without a sample to use its whole request when the others would scale down', () => {
    // 20 % of 3 pods and 100 % of one: 160 / 400 = 40 %, against 60 %: 0.667 × 4.
    expect(replicas(pods(20, 20, 20, null), 60)).toBe(3);
  });

  it('takes it to be on a target above 100 %', () => {
    // (200 + 300) / 200 = 250 % against 300 %: 0.833 × 2 is 2 pods, where 100 % would give 1.
    expect(replicas(pods(200, null), 300)).toBe(2);
  });

  it('takes it to use nothing when the others would scale up', () => {
    // 120 / 200 = 60 % against 50 %: 1.2 × 2.
    expect(replicas(pods(120, null), 50)).toBe(3);
  });

  it('counts a pending pod with nothing when the others would scale up, and leaves it out when they would not', () => {
    expect(replicas([...pods(90, 90, 90), pending], 50)).toBe(6);
    expect(replicas([...pods(10, 10, 10), pending], 50)).toBe(1);
  });

  it('stays where it is when the assumptions turn the change round', () => {
    expect(replicas([...pods(90), pending, pending, pending], 50)).toBe(4);
  });

  it('never takes pods away on a ratio above 1, however many are missing from the sum', () => {
    const some = [...pods(120), pending];
    expect(proposeByUtilisation(some, 9, 50, true)).toMatchObject({ replicas: 9 });
  });

  it('has no answer when a container has no request, even of a pod that does not count', () => {
    expect(replicas([pod(90), pod(90, { request: null, deleted: true })], 60)).toBe('missingRequest');
  });

  it('has no answer without a sample that counts', () => {
    expect([replicas(pods(null, null), 60), replicas([pod(90, { deleted: true })], 60), replicas([], 60)]).toEqual([
      'noMetrics',
      'noMetrics',
      'noMetrics'
    ]);
  });

  it('reports each ratio, the first and the one with assumptions', () => {
    const seen: HpaEvidence[] = [];
    proposeByUtilisation(pods(90, null), 2, 50, true, undefined, (evidence) => seen.push(evidence));
    expect(seen).toEqual([
      { pods: 1, ratio: 1.8, withinTolerance: false },
      { pods: 2, ratio: 0.9, withinTolerance: true }
    ]);
  });

  it('reads the metric once when every pod has a sample that counts', () => {
    const seen: HpaEvidence[] = [];
    proposeByUtilisation(pods(90, 90), 2, 50, true, undefined, (evidence) => seen.push(evidence));
    expect(seen).toEqual([{ pods: 2, ratio: 1.8, withinTolerance: false }]);
  });
});

describe('proposeByAverage()', () => {
  it('compares the average of the samples with the target', () => {
    expect(proposeByAverage(pods(20, 10, 30), 3, 15, false)).toEqual({
      problem: null,
      replicas: 4,
      utilisation: null,
      average: 20
    });
  });

  it('takes a pod without a sample to be on target when the others would scale down', () => {
    expect(proposeByAverage(pods(5, 5, null), 3, 10, false)).toMatchObject({ replicas: 2 });
  });

  it('needs no requests', () => {
    expect(proposeByAverage([pod(30, { request: null })], 1, 10, false)).toMatchObject({ replicas: 3 });
  });

  it('has no answer without a sample', () => {
    expect(proposeByAverage(pods(null), 1, 10, false)).toEqual({ problem: 'noMetrics' });
  });
});
