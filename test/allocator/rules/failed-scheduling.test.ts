import { describe, expect, it } from 'vitest';
import { type MessageContext, failedSchedulingMessage } from '../../../src/lib/allocator/rules/failed-scheduling.ts';
import type { NodeRejection } from '../../../src/lib/allocator/rules/node-filter.ts';

const context: MessageContext = { names: ['cpu', 'memory', 'nvidia.com/gpu', 'pods'], release: '1.31' };
const newest: MessageContext = { ...context, release: '1.35' };

const short = (...resources: number[]): NodeRejection => ({
  rule: 'fit',
  shortages: resources.map((resource) => ({ resource, asked: 2, free: 1, allocatable: 4 }))
});
const tainted: NodeRejection = { rule: 'taint', taint: { key: 'gpu', value: 'yes', effect: 'NoSchedule' } };
const nominated = { outcome: 'nominated' } as const;
const filtersOnly = (...rejections: NodeRejection[]) => failedSchedulingMessage(rejections, nominated, context);

describe('failedSchedulingMessage()', () => {
  it('counts nodes by reason, a node under each of its reasons', () => {
    expect(filtersOnly(short(0), short(0, 1))).toBe(
      '0/2 nodes are available: 1 Insufficient memory, 2 Insufficient cpu.'
    );
  });

  it('sorts the parts as text, so that 10 comes before 2', () => {
    const nodes = [...Array.from({ length: 10 }, () => short(2)), short(0), short(0)];
    expect(filtersOnly(...nodes)).toBe('0/12 nodes are available: 10 Insufficient nvidia.com/gpu, 2 Insufficient cpu.');
  });

  it('has a text of its own for pod slots, cordons, taints and labels', () => {
    expect(filtersOnly(short(3), { rule: 'unschedulable' }, tainted, { rule: 'selector', unmet: [] })).toBe(
      "0/4 nodes are available: 1 Too many pods, 1 node(s) didn't match Pod's node affinity/selector, " +
        '1 node(s) had untolerated taint {gpu: yes}, 1 node(s) were unschedulable.'
    );
  });

  it('prints a taint without value with an empty one', () => {
    const taint = { key: 'control-plane', effect: 'NoSchedule' } as const;
    expect(filtersOnly({ rule: 'taint', taint })).toContain('untolerated taint {control-plane: }');
  });

  it('appends what preemption found on each node, and that it was of no use on the rest', () => {
    const searches = [
      { outcome: 'nobody-lower', node: 0 },
      { outcome: 'still-short', node: 1, shortages: [{ resource: 0, asked: 9, free: 4, allocatable: 4 }] }
    ] as const;
    expect(failedSchedulingMessage([short(0), short(0), tainted], { outcome: 'failed', searches }, context)).toBe(
      '0/3 nodes are available: 1 node(s) had untolerated taint {gpu: yes}, 2 Insufficient cpu. ' +
        'preemption: 0/3 nodes are available: 1 Insufficient cpu, 1 No preemption victims found for incoming pod, ' +
        '1 Preemption is not helpful for scheduling.'
    );
  });

  it('says why a pod may not preempt', () => {
    expect(failedSchedulingMessage([short(0)], { outcome: 'ineligible', why: 'policy-never' }, context)).toBe(
      '0/1 nodes are available: 1 Insufficient cpu. preemption: not eligible due to preemptionPolicy=Never.'
    );
    expect(failedSchedulingMessage([short(0)], { outcome: 'ineligible', why: 'victim-terminating' }, context)).toMatch(
      / preemption: not eligible due to a terminating pod on the nominated node\.$/
    );
  });

  it('names no taint and mentions claims in v1.35', () => {
    expect(failedSchedulingMessage([tainted, tainted], { outcome: 'failed', searches: [] }, newest)).toBe(
      '0/2 nodes are available: 2 node(s) had untolerated taint(s). no new claims to deallocate, ' +
        'preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.'
    );
  });

  it('has another sentence for a cluster without nodes', () => {
    expect(filtersOnly()).toBe('no nodes available to schedule pods');
  });
});
