import { describe, expect, it } from 'vitest';
import {
  DEFAULT_BEHAVIOR,
  limitByBehavior,
  limitWithoutBehavior,
  scaleDownLimit,
  type ScaleEvents,
  scaleUpLimit,
  type ScalingPolicy,
  type ScalingRules
} from '#lib/allocator/rules/hpa-behavior.ts';

const none: ScaleEvents = { ups: [], downs: [] };
const pods = (value: number, period = 60): ScalingPolicy => ({ type: 'Pods', value, period });
const percent = (value: number, period = 60): ScalingPolicy => ({ type: 'Percent', value, period });
const rules = (select: ScalingRules['select'], ...policies: ScalingPolicy[]): ScalingRules => ({
  window: 0,
  select,
  policies
});

describe('DEFAULT_BEHAVIOR', () => {
  it('waits 5 minutes before a fall and not at all before a rise', () => {
    expect([DEFAULT_BEHAVIOR.scaleDown.window, DEFAULT_BEHAVIOR.scaleUp.window]).toEqual([300, 0]);
  });
});

describe('scaleUpLimit()', () => {
  it('picks the largest change, or the smallest if told so', () => {
    const both = [pods(2), percent(50)];
    expect([scaleUpLimit(10, none, rules('Max', ...both)), scaleUpLimit(10, none, rules('Min', ...both))]).toEqual([
      15, 12
    ]);
  });

  it('rounds a share up, so that one pod can become two', () => {
    expect(scaleUpLimit(1, none, rules('Max', percent(10)))).toBe(2);
  });

  it('counts from the number at the beginning of the period', () => {
    const events = { ups: [{ change: 3, age: 59 }], downs: [{ change: 1, age: 10 }] };
    expect(scaleUpLimit(10, events, rules('Max', pods(4)))).toBe(10 - 3 + 1 + 4);
  });

  it('forgets a change that is exactly as old as the period', () => {
    expect(scaleUpLimit(10, { ups: [{ change: 3, age: 60 }], downs: [] }, rules('Max', pods(4)))).toBe(14);
  });

  it('allows nothing when scaling up is disabled', () => {
    expect(scaleUpLimit(10, none, rules('Disabled', pods(4)))).toBe(10);
  });
});

describe('scaleDownLimit()', () => {
  it('picks the largest change, or the smallest if told so', () => {
    const both = [pods(2), percent(50)];
    expect([scaleDownLimit(10, none, rules('Max', ...both)), scaleDownLimit(10, none, rules('Min', ...both))]).toEqual([
      5, 8
    ]);
  });

  it('cuts the number of pods that a share leaves', () => {
    expect(scaleDownLimit(7, none, rules('Max', percent(50)))).toBe(3);
  });

  it('counts from the number at the beginning of the period', () => {
    const events = { ups: [{ change: 1, age: 10 }], downs: [{ change: 3, age: 59 }] };
    expect(scaleDownLimit(10, events, rules('Max', pods(4)))).toBe(10 + 3 - 1 - 4);
  });

  it('allows nothing when scaling down is disabled', () => {
    expect(scaleDownLimit(10, none, rules('Disabled', pods(4)))).toBe(10);
  });
});

describe('limitByBehavior()', () => {
  const limit = (
    current: number,
    desired: number,
    min: number,
    max: number,
    events = none,
    behavior = DEFAULT_BEHAVIOR
  ) => limitByBehavior(current, desired, { min, max }, behavior, events);

  it('doubles at most, or adds 4, by default', () => {
    expect([limit(10, 50, 1, 99), limit(2, 50, 1, 99)]).toEqual([
      { replicas: 20, reason: 'ScaleUpLimit' },
      { replicas: 6, reason: 'ScaleUpLimit' }
    ]);
  });

  it('names the maximum when that is met first, or at the same number', () => {
    expect([limit(10, 50, 1, 15), limit(10, 50, 1, 20)]).toEqual([
      { replicas: 15, reason: 'TooManyReplicas' },
      { replicas: 20, reason: 'TooManyReplicas' }
    ]);
  });

  it('may go all the way down by default, to the minimum', () => {
    expect(limit(10, 0, 2, 99)).toEqual({ replicas: 2, reason: 'TooFewReplicas' });
  });

  it('slows a fall as its rules say', () => {
    const behavior = { ...DEFAULT_BEHAVIOR, scaleDown: rules('Max', pods(3)) };
    expect(limit(10, 1, 1, 99, none, behavior)).toEqual({ replicas: 7, reason: 'ScaleDownLimit' });
  });

  it('waits where it is when recent changes have used up the limit, and never turns round', () => {
    const behavior = { scaleUp: rules('Max', pods(5)), scaleDown: rules('Max', pods(5)) };
    const events = { ups: [{ change: 9, age: 1 }], downs: [] };
    expect(limit(10, 50, 1, 99, events, behavior)).toEqual({ replicas: 10, reason: 'ScaleUpLimit' });
    const after = { ups: [], downs: [{ change: 9, age: 1 }] };
    expect(limit(10, 1, 1, 99, after, behavior)).toEqual({ replicas: 10, reason: 'ScaleDownLimit' });
  });

  it('leaves a wish inside the limits alone, and one exactly at them', () => {
    expect([limit(10, 12, 1, 99), limit(10, 20, 1, 99), limit(10, 2, 2, 99)]).toEqual([
      { replicas: 12, reason: 'DesiredWithinRange' },
      { replicas: 20, reason: 'DesiredWithinRange' },
      { replicas: 2, reason: 'DesiredWithinRange' }
    ]);
  });
});

describe('limitWithoutBehavior()', () => {
  const limit = (current: number, desired: number, min: number, max: number) =>
    limitWithoutBehavior(current, desired, { min, max });

  it('at most doubles, but always lets 4 be reached', () => {
    expect([limit(10, 50, 1, 99), limit(1, 50, 1, 99)]).toEqual([
      { replicas: 20, reason: 'ScaleUpLimit' },
      { replicas: 4, reason: 'ScaleUpLimit' }
    ]);
  });

  it('keeps to min and max', () => {
    expect([limit(3, 1, 2, 8), limit(3, 9, 2, 6), limit(3, 9, 2, 5), limit(3, 5, 2, 5)]).toEqual([
      { replicas: 2, reason: 'TooFewReplicas' },
      { replicas: 6, reason: 'TooManyReplicas' },
      { replicas: 5, reason: 'TooManyReplicas' },
      { replicas: 5, reason: 'DesiredWithinRange' }
    ]);
  });
});
