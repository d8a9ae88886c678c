import { describe, expect, it } from 'vitest';
import { evidenceOf, runOf, timeline, type Sketch } from '../scenario/timeline.ts';

const low = { name: 'low', service: '1m', resources: { requests: { cpu: 2 } } };
const high = { name: 'high', priority: 9, arrival: '5s', resources: { requests: { cpu: 4 } } };

/** `low` holds half of a node; `high` arrives and wants all of it. */
const sketch = (node: object, more: object = {}): Sketch => ({
  cluster: { nodes: [{ name: 'n', allocatable: { cpu: 4 }, ...node }] },
  policy: { preset: 'kubernetes' },
  jobs: [
    { ...low, tolerations: [{ operator: 'Exists' as const }] },
    { ...high, ...more }
  ]
});

describe('a preemption that would not help', () => {
  const tainted = sketch({ taints: [{ key: 'gpu', effect: 'NoSchedule' }] });
  const unlabelled = sketch({}, { nodeSelector: { zone: 'a' } });
  const tooSmall = sketch({}, { resources: { requests: { cpu: 5 } } });

  it.each([
    ['a taint keeps the job out', tainted],
    ['a label is missing', unlabelled],
    ['the node is too small', tooSmall]
  ])('stops nobody where %s', (_, s) => {
    const lines = timeline(runOf(s));
    expect(lines.filter((line) => line.includes('preempt'))).toEqual([]);
    expect(lines).toContain('5 high decide → waiting.queued');
  });

  it('is not tried where no node lets the job in, and the message says so', () => {
    const evidence = evidenceOf(runOf(tainted), 'high', 'mustQueue');
    expect(evidence.noPreemption).toBe('not-helpful');
    expect(evidence.failedScheduling).toBe(
      '0/1 nodes are available: 1 node(s) had untolerated taint {gpu: }. preemption: 0/1 nodes are available: ' +
        '1 Preemption is not helpful for scheduling.'
    );
  });

  it('shows what would still be short where the node is too small', () => {
    const evidence = evidenceOf(runOf(tooSmall), 'high', 'mustQueue');
    expect(evidence.preemption).toEqual([
      {
        node: 'n',
        outcome: 'still-short',
        short: [{ resource: 'cpu', asked: 5000, free: 4000, allocatable: 4000 }]
      }
    ]);
  });

  it('is another matter where it helps', () => {
    expect(timeline(runOf(sketch({})))).toContain('5 low preempt → stopping');
  });
});
