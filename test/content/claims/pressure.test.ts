import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evictionOrder } from '../../../src/lib/allocator/rules/eviction.ts';
import { oomScoreAdj } from '../../../src/lib/allocator/rules/oom-score.ts';
import { qosClass } from '../../../src/lib/allocator/rules/qos.ts';
import { tellContent } from '../run.ts';

const lesson = readFileSync('content/lessons/07-qos-and-who-goes-first/index.md', 'utf8');

/** What the pods of `five-under-pressure` ask for and use `second`s after their start, as its scenario says. */
function podsAt(second: number) {
  const { scenario } = tellContent('five-under-pressure').run.trace;
  const cpu = scenario.resources.indexOf('cpu');
  const memory = scenario.resources.indexOf('memory');
  return scenario.kinds.map(({ name, requests, limits, usage, priority }) => {
    const amount = (of: ArrayLike<number>, at: number): number => Math.max(0, of[at] ?? 0);
    const amounts = {
      cpuRequest: amount(requests, cpu),
      cpuLimit: amount(limits, cpu),
      memoryRequest: amount(requests, memory),
      memoryLimit: amount(limits, memory)
    };
    const used = usage.memory.findLast(({ at }) => at <= second)?.is ?? amounts.memoryRequest;
    return { name, amounts, used, priority };
  });
}

const GiB = 2 ** 30;
const node = 16 * GiB;

describe('five-under-pressure', () => {
  it('evicts greedy, slight and bare, and never exact and modest', () => {
    const { ends, finished } = tellContent('five-under-pressure');
    expect([ends['greedy'], ends['slight'], ends['bare']]).toEqual([10, 30, 40]);
    expect([finished['exact'], finished['modest']]).toEqual(['released', 'released']);
  });

  it.each([10, 30, 40])('has 17 GiB in use at %i seconds, on a node of 16', (second) => {
    const { ends } = tellContent('five-under-pressure');
    const there = podsAt(second).filter(({ name }) => (ends[name] ?? 0) >= second);
    expect(there.reduce((sum, { used }) => sum + used, 0)).toBe(17 * GiB);
  });

  it('has the classes that the lesson names', () => {
    const classes = podsAt(0).map(({ name, amounts }) => `${name} ${qosClass([amounts])}`);
    expect(classes).toEqual([
      'exact Guaranteed',
      'modest Burstable',
      'slight Burstable',
      'greedy Burstable',
      'bare BestEffort'
    ]);
  });

  it('at 0:30 has the kernel kill bare, where the kubelet evicts slight', () => {
    const pods = podsAt(30).filter(({ name }) => name !== 'greedy');
    const scores = pods.map(({ name, amounts, used }) => ({
      name,
      score: Math.floor((1000 * used) / node) + oomScoreAdj(qosClass([amounts]), amounts.memoryRequest, node)
    }));
    const [worst] = scores.toSorted((a, b) => b.score - a.score);
    const [first = -1] = evictionOrder(
      pods.map(({ amounts, used, priority }) => ({ request: amounts.memoryRequest, usage: used, priority }))
    );
    expect([worst?.name, pods[first]?.name]).toEqual(['bare', 'slight']);
    for (const { name, score } of scores.filter((s) => s.name !== 'exact'))
      expect(lesson, name).toContain(`= ${score}`);
  });
});
