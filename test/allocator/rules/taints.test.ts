import { describe, expect, it } from 'vitest';
import {
  type Taint,
  taintScore,
  tolerates,
  toleratesCordon,
  untoleratedPreferences,
  untoleratedTaint
} from '../../../src/lib/allocator/rules/taints.ts';

const gpu: Taint = { key: 'gpu', value: 'yes', effect: 'NoSchedule' };
const spot: Taint = { key: 'spot', effect: 'NoExecute' };
const slow: Taint = { key: 'disk', value: 'slow', effect: 'PreferNoSchedule' };

describe('tolerates()', () => {
  it('compares values where no operator is given', () => {
    expect(tolerates({ key: 'gpu', value: 'yes' }, gpu)).toBe(true);
    expect(tolerates({ key: 'gpu', value: 'no' }, gpu)).toBe(false);
  });

  it('takes an absent value for the empty one', () => {
    expect(tolerates({ key: 'spot', value: '' }, spot)).toBe(true);
  });

  it('asks for no value with Exists', () => {
    expect(tolerates({ key: 'gpu', operator: 'Exists' }, gpu)).toBe(true);
  });

  it('does not match another key', () => {
    expect(tolerates({ key: 'cpu', operator: 'Exists' }, gpu)).toBe(false);
  });

  it('does not match another effect', () => {
    expect(tolerates({ key: 'gpu', operator: 'Exists', effect: 'NoExecute' }, gpu)).toBe(false);
  });

  it('takes an empty effect for every effect', () => {
    expect(tolerates({ key: 'gpu', operator: 'Exists', effect: '' }, gpu)).toBe(true);
  });

  it('covers every taint with Exists alone', () => {
    expect([gpu, spot, slow].every((taint) => tolerates({ operator: 'Exists' }, taint))).toBe(true);
  });
});

describe('untoleratedTaint()', () => {
  it('names the first taint that keeps the pod off', () => {
    expect(untoleratedTaint([gpu, spot], [])).toBe(gpu);
    expect(untoleratedTaint([gpu, spot], [{ key: 'gpu', operator: 'Exists' }])).toBe(spot);
  });

  it('lets PreferNoSchedule pass', () => {
    expect(untoleratedTaint([slow], [])).toBeUndefined();
  });
});

describe('taintScore()', () => {
  it('counts only preferences that are not tolerated', () => {
    expect(untoleratedPreferences([gpu, spot, slow], [])).toBe(1);
    expect(untoleratedPreferences([slow], [{ key: 'disk', operator: 'Exists' }])).toBe(0);
  });

  it('runs from 100 for none down to 0 for the worst node', () => {
    expect([0, 1, 2, 3].map((count) => taintScore(count, 3))).toEqual([100, 67, 34, 0]);
  });

  it('is 100 everywhere where nobody has untolerated preferences', () => {
    expect(taintScore(0, 0)).toBe(100);
  });
});

describe('toleratesCordon()', () => {
  it('holds for a pod that tolerates the taint of unschedulable nodes, as those of a DaemonSet do', () => {
    const toleration = { key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' } as const;
    expect(toleratesCordon([toleration])).toBe(true);
    expect(toleratesCordon([])).toBe(false);
  });
});
