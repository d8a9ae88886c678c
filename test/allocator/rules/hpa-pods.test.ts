import { describe, expect, it } from 'vitest';
import { hpaGroup, type HpaPod } from '#lib/allocator/rules/hpa-pods.ts';

const settled: HpaPod = {
  phase: 'Running',
  deleted: false,
  ready: true,
  neverReady: false,
  sampledSinceReady: true,
  age: 1000,
  request: 100,
  usage: 50
};
const group = (change: Partial<HpaPod>, isCpu = true) => hpaGroup({ ...settled, ...change }, isCpu);

describe('hpaGroup()', () => {
  it('counts a running pod with a sample', () => {
    expect(group({})).toBe('ready');
  });

  it('ignores deleted and failed pods, whatever they report', () => {
    expect([group({ deleted: true }), group({ phase: 'Failed' })]).toEqual(['ignored', 'ignored']);
  });

  it('takes a pending pod for unready rather than missing', () => {
    expect(group({ phase: 'Pending', usage: null })).toBe('unready');
  });

  it('takes a running pod without a sample for missing', () => {
    expect(group({ usage: null })).toBe('missing');
  });

  it('does not trust the cpu of a pod in its first 5 minutes unless it is ready and was sampled since', () => {
    expect([
      group({ age: 299 }),
      group({ age: 299, sampledSinceReady: false }),
      group({ age: 299, ready: false }),
      group({ age: 300, sampledSinceReady: false })
    ]).toEqual(['ready', 'unready', 'unready', 'ready']);
  });

  it('leaves out a pod after that only if it was never ready', () => {
    expect([group({ ready: false }), group({ ready: false, neverReady: true })]).toEqual(['ready', 'unready']);
  });

  it('asks for readiness only where the metric is cpu', () => {
    expect(group({ ready: false, neverReady: true }, false)).toBe('ready');
  });
});
