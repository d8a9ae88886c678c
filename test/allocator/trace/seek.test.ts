import { expect, it } from 'vitest';
import { Cursor, isTransition } from '#lib/allocator/trace/index.ts';
import { runOf } from '../scenario/timeline.ts';

it('a long run takes at most 24 bytes a transition, keyframes included', () => {
  const { trace } = runOf({
    cluster: { nodes: [{ name: 'node', count: 20, allocatable: { cpu: 4, memory: 4 } }] },
    jobs: Array.from({ length: 100 }, (_, i) => ({
      name: `job-${i}`,
      count: 40,
      arrival: i * 5,
      service: 1 + (i % 10),
      resources: { requests: { cpu: 1 + (i % 4) } }
    }))
  });
  let transitions = 0;
  for (let i = 0; i < trace.length; i++) if (isTransition(trace.kindOf(i))) transitions++;
  expect(transitions).toBeGreaterThan(20_000);
  expect((trace.bytes + new Cursor(trace).bytes) / transitions).toBeLessThan(24);
});
