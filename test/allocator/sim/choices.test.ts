import { describe, expect, it } from 'vitest';
import { run, type Choice, type FinishedRun } from '#lib/allocator/sim/index.ts';
import { scenarioOf, timeline } from '../scenario/timeline.ts';

const gpu = { resources: { limits: { 'nvidia.com/gpu': 1 } } };
const scenario = scenarioOf({
  cluster: {
    nodes: [
      { name: 'n1', allocatable: { 'nvidia.com/gpu': 1 } },
      { name: 'n2', allocatable: { 'nvidia.com/gpu': 1 } }
    ]
  },
  policy: { preset: 'textbook', blocked: 'skip' },
  jobs: [
    { name: 'a', service: '10s', ...gpu },
    { name: 'b', arrival: '5s', service: '10s', ...gpu }
  ]
});
const chosen = (step: number, choice: Choice): FinishedRun => run(scenario, new Map([[step, choice]]));
/** Step 1 checks a; 2 allocates it, 3 starts it; 4 checks b. */
const CHECK_OF_B = 4;

describe('a choice at a check', () => {
  it('puts the job where it says', () => {
    const { trace } = chosen(1, { verb: 'allocate', places: [{ node: 1, pods: 1 }] });
    expect(trace.recordsOf(2)[0]!.node).toBe(1);
  });

  it('lets a job wait that would fit, until something changes', () => {
    expect(timeline(chosen(1, { verb: 'wait' })).slice(0, 3)).toEqual([
      '0 a decide → waiting.queued',
      '5 a decide → allocated',
      '5 a start → running'
    ]);
  });

  it('stops whom it names, for a job that may be of any priority', () => {
    const lines = timeline(chosen(CHECK_OF_B, { verb: 'preempt', node: 0, victims: [0] }));
    expect(lines).toContain('5 a preempt → stopping');
    expect(lines).toContain('5 b decide → waiting.preempting');
  });

  it('rejects a job for good', () => {
    expect(timeline(chosen(CHECK_OF_B, { verb: 'reject' }))).toContain('5 b decide → rejected');
  });

  it('leaves every other check, and the evidence of its own, to the policy', () => {
    const waited = chosen(1, { verb: 'wait' });
    expect(waited.evidenceAt(1)).toEqual(run(scenario).evidenceAt(1));
    expect(waited.evidenceAt(1)!.outcome).toBe('fits');
    expect(timeline(chosen(99, { verb: 'reject' }))).toEqual(timeline(run(scenario)));
  });

  it('is refused where it cannot be carried out', () => {
    const refused = 'cannot be carried out';
    expect(() => chosen(CHECK_OF_B, { verb: 'allocate', places: [{ node: 0, pods: 1 }] })).toThrow(refused);
    expect(() => chosen(CHECK_OF_B, { verb: 'allocate', places: [] })).toThrow(refused);
    expect(() => chosen(CHECK_OF_B, { verb: 'preempt', node: 1, victims: [0] })).toThrow(refused);
    expect(() => chosen(CHECK_OF_B, { verb: 'preempt', node: 0, victims: [] })).toThrow(refused);
    expect(() => chosen(CHECK_OF_B, { verb: 'scale' })).toThrow(refused);
  });
});
