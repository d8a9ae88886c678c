import { describe, expect, it } from 'vitest';
import type { HpaProposal } from '#lib/allocator/rules/hpa.ts';
import { DEFAULT_BEHAVIOR } from '#lib/allocator/rules/hpa-behavior.ts';
import { type HpaSpec, hpaTurn, largestProposal, NO_MEMORY } from '#lib/allocator/rules/hpa-loop.ts';

const asks = (replicas: number): HpaProposal => ({ problem: null, replicas, utilisation: null, average: 0 });
const failed: HpaProposal = { problem: 'noMetrics' };
const spec: HpaSpec = { min: 1, max: 50, behavior: null };

/** The replicas after each turn, one every 15 seconds, when the metrics ask for the given numbers. */
function turns(of: HpaSpec, start: number, wishes: readonly number[]): number[] {
  let [replicas, memory] = [start, NO_MEMORY];
  return wishes.map((wish, i) => {
    const turn = hpaTurn(of, replicas, [asks(wish)], memory, i * 15);
    ({ replicas, memory } = turn);
    return replicas;
  });
}

describe('largestProposal()', () => {
  it('follows the metric that asks for most', () => {
    expect(largestProposal([asks(3), asks(7)], 5)).toBe(7);
  });

  it('still scales up when one metric fails, but not down', () => {
    expect([largestProposal([asks(7), failed], 5), largestProposal([asks(3), failed], 5)]).toEqual([7, null]);
  });

  it('has no answer when every metric fails', () => {
    expect(largestProposal([failed], 5)).toBeNull();
  });
});

describe('hpaTurn()', () => {
  it('says what was asked for, what the windows left and what limited it', () => {
    const memory = { ...NO_MEMORY, asked: [{ replicas: 30, at: 100 }] };
    expect(hpaTurn(spec, 10, [asks(4)], memory, 200)).toMatchObject({
      asked: 4,
      stabilised: 30,
      replicas: 20,
      reason: 'ScaleUpLimit'
    });
  });

  it('goes back inside min and max before it reads a metric', () => {
    expect(hpaTurn(spec, 60, [asks(10)], NO_MEMORY, 0)).toMatchObject({
      replicas: 50,
      reason: 'TooManyReplicas',
      asked: null
    });
    expect(hpaTurn({ ...spec, min: 3 }, 2, [asks(10)], NO_MEMORY, 0)).toMatchObject({
      replicas: 3,
      reason: 'TooFewReplicas'
    });
  });

  it('is switched off by zero replicas, unless its minimum is zero', () => {
    expect(hpaTurn(spec, 0, [asks(3)], NO_MEMORY, 0)).toMatchObject({ replicas: 0, reason: 'ScalingDisabled' });
    expect(hpaTurn({ ...spec, min: 0 }, 0, [asks(3)], NO_MEMORY, 0).replicas).toBe(3);
  });

  it('stays when no metric can be read', () => {
    expect(hpaTurn(spec, 5, [failed], NO_MEMORY, 0)).toMatchObject({ replicas: 5, reason: 'FailedGetMetrics' });
  });

  it('falls only when less has been asked for all through 5 minutes: 20 turns of 15 seconds', () => {
    const after = turns(spec, 8, [8, ...new Array<number>(20).fill(2)]);
    expect(after.indexOf(2)).toBe(20);
  });

  it('starts that wait afresh with every larger wish', () => {
    const after = turns(spec, 8, [8, 2, 2, 2, 8, ...new Array<number>(20).fill(2)]);
    expect(after.indexOf(2)).toBe(24);
  });

  it('keeps to the rate of its behaviour over several turns', () => {
    const slow: HpaSpec = {
      ...spec,
      behavior: {
        ...DEFAULT_BEHAVIOR,
        scaleUp: { window: 0, select: 'Max', policies: [{ type: 'Pods', value: 3, period: 30 }] }
      }
    };
    expect(turns(slow, 10, new Array<number>(5).fill(40))).toEqual([13, 13, 16, 16, 19]);
  });

  it('remembers a change in its own direction, and none without a behaviour', () => {
    const changed = (behavior: HpaSpec['behavior'], wish: number) => {
      const { ups, downs } = hpaTurn({ ...spec, behavior }, 5, [asks(wish)], NO_MEMORY, 30).memory;
      return { ups, downs };
    };
    expect(changed(DEFAULT_BEHAVIOR, 8)).toEqual({ ups: [{ replicas: 3, at: 30 }], downs: [] });
    expect(changed(DEFAULT_BEHAVIOR, 3)).toEqual({ ups: [], downs: [{ replicas: 2, at: 30 }] });
    expect(changed(DEFAULT_BEHAVIOR, 5)).toEqual({ ups: [], downs: [] });
    expect(changed(null, 8)).toEqual({ ups: [], downs: [] });
  });

  it('remembers no more than its windows reach', () => {
    let memory = NO_MEMORY;
    for (let i = 0; i < 100; i++) ({ memory } = hpaTurn(spec, 5, [asks(5)], memory, i * 15));
    expect(memory.asked.length).toBeLessThanOrEqual(21);
    expect([memory.ups, memory.downs]).toEqual([[], []]);
  });
});
