import { describe, expect, it } from 'vitest';
import { runText } from '../../kit.ts';

const node = (gpus: number) => `cluster: { nodes: [ { name: n1, allocatable: { nvidia.com/gpu: ${gpus} } } ] }`;
const gpu = 'resources: { limits: { nvidia.com/gpu: 1 } }';

/** What the check of a job that waits compared, the last time it was asked. */
function lastRefusal(text: string, job: string) {
  const { trace, evidenceAt } = runText(`{ schema: 1, id: x, ${text} }`);
  const all = Array.from({ length: trace.last }, (_, i) => evidenceAt(i + 1)).filter(
    (e) => e?.job === job && e.outcome === 'mustQueue'
  );
  return all.at(-1)!;
}

describe('evidence of a check', () => {
  const gang = `${node(3)}, jobs: [ { name: a, ${gpu} }, { name: g, gang: 3, ${gpu} } ]`;

  it('counts the pods of a gang that a node has room for', () => {
    expect(lastRefusal(gang, 'g').nodes).toEqual([{ node: 'n1', verdict: 'fits', roomFor: 2 }]);
  });

  it('has no FailedScheduling event for a gang of which some pods would fit', () => {
    expect(lastRefusal(gang, 'g').failedScheduling).toBeUndefined();
  });

  it('has no FailedScheduling event for a job that was not let as far as the nodes', () => {
    const jobs = `jobs: [ { name: a, ${gpu} }, { name: b, ${gpu} }, { name: c, ${gpu} } ]`;
    expect(lastRefusal(`${node(1)}, ${jobs}`, 'b').failedScheduling).toContain('1 Insufficient nvidia.com/gpu');
    const { behind, failedScheduling } = lastRefusal(`until: { tick: 1s }, ${node(1)}, ${jobs}`, 'c');
    expect([behind, failedScheduling]).toEqual(['b', undefined]);
  });

  // low runs and is told to stop at 10; its GPU is kept for high until 40, when it has stopped.
  const nomination = `policy: { preset: kubernetes }, ${node(1)}, jobs: [
    { name: low, service: 5m, ${gpu} },
    { name: high, arrival: 10s, priority: 10, ${gpu} },
    { name: mid, arrival: 20s, priority: 5, ${gpu} } ]`;

  it('says for whom a node is kept, and never that less than nothing is free', () => {
    expect(lastRefusal(`until: { tick: 30s }, ${nomination}`, 'mid').nodes).toEqual([
      {
        node: 'n1',
        verdict: 'short',
        short: [{ resource: 'nvidia.com/gpu', asked: 1, free: 0, allocatable: 1 }],
        keptFor: ['high']
      }
    ]);
  });

  it('checks nobody anew because a nominated job takes what was kept for it', () => {
    const { trace, evidenceAt } = runText(`{ schema: 1, id: x, until: { tick: 1m }, ${nomination} }`);
    const at40 = Array.from({ length: trace.last }, (_, i) => i + 1).filter((step) => trace.tickOf(step) === 40);
    expect(at40.flatMap((step) => evidenceAt(step)?.job ?? [])).toEqual(['high', 'mid', 'low']);
  });
});

describe('evidence of an eviction', () => {
  const uses = (asked: number, then: number) =>
    `resources: { requests: { memory: ${asked}Gi } }, usage: { memory: [ { at: 0s, is: 1Gi }, { at: 5s, is: ${then}Gi } ] }`;
  const { trace, pressureAt } = runText(`{ schema: 1, id: x, until: { tick: 10s }, policy: { preset: kubernetes },
    cluster: { nodes: [ { name: n1, allocatable: { memory: 8Gi } } ] },
    jobs: [ { name: a, service: 1m, ${uses(1, 6)} }, { name: b, service: 1m, ${uses(1, 5)} }, { name: c, service: 1m, ${uses(4, 4)} } ] }`);
  const found = Array.from({ length: trace.last }, (_, i) => pressureAt(i + 1) ?? []).flat();
  const GiB = 2 ** 30;

  it('gives use and order before each, without those that went', () => {
    expect(found.map(({ used, pods }) => [used / GiB, pods.map(({ job }) => job).join('')])).toEqual([
      [15, 'abc'],
      [9, 'bc']
    ]);
  });

  it('gives node, request and priority', () => {
    expect(found[0]).toMatchObject({
      node: 'n1',
      allocatable: 8 * GiB,
      pods: [{ job: 'a', usage: 6 * GiB, request: GiB, priority: 0 }, {}, {}]
    });
  });

  it('is the same in whatever order it is asked for, where a run is too large to keep all of it at once', () => {
    const text = `{ schema: 1, id: x, cluster: { nodes: [ { name: n, count: 400, allocatable: { nvidia.com/gpu: 1 } } ] },
      jobs: [ { name: a, count: 120, service: 1s, ${gpu} } ] }`;
    const asked = (order: (steps: number[]) => number[]) => {
      const { trace, evidenceAt } = runText(text);
      const steps = order(Array.from({ length: trace.last }, (_, i) => i + 1)).filter((step) => step % 37 === 0);
      return new Map(steps.map((step) => [step, evidenceAt(step)]));
    };
    const forwards = asked((steps) => steps);
    expect(asked((steps) => steps.reverse())).toEqual(forwards);
    expect([...forwards.values()].filter((evidence) => evidence !== undefined).length).toBeGreaterThan(2);
    expect(Math.max(...forwards.keys())).toBeGreaterThan(256);
  });
});
