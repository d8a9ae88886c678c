import { describe, expect, it } from 'vitest';
import { grahamBounds } from '#lib/allocator/rules/index.ts';
import { stream } from '#lib/base/random/index.ts';
import { canDeadlock, inOrder, longestFirst, podByPod } from '#lib/teaching/measure/index.ts';
import { measuredOf } from './kit.ts';

const makespan = (services: readonly number[], slots: number): number =>
  measuredOf(inOrder(services, slots)).figures.makespan!;

describe('eleven jobs of ten and one of sixty on four slots', () => {
  const short = Array<number>(11).fill(10);

  it('take 80 with the long one last, 60 with it first, and 87.5 at most', () => {
    expect(makespan([...short, 60], 4)).toBe(80);
    expect(makespan([60, ...short], 4)).toBe(60);
    expect(grahamBounds([...short, 60], 4)).toEqual({ lower: 60, upper: 87.5 });
  });

  it('are put in the better order by taking the longest first', () => {
    expect(longestFirst([...short, 60])).toEqual([60, ...short]);
  });
});

describe('any order', () => {
  it("stays within Graham's bounds, the longest first too", () => {
    for (let seed = 0; seed < 40; seed++) {
      const draw = stream(seed, 'lengths');
      const services = Array.from({ length: 1 + draw.intBelow(20) }, () => 1 + draw.intBelow(60));
      const slots = 1 + draw.intBelow(6);
      const { lower, upper } = grahamBounds(services, slots);
      for (const order of [services, longestFirst(services)]) {
        expect(makespan(order, slots)).toBeGreaterThanOrEqual(lower);
        expect(makespan(order, slots)).toBeLessThanOrEqual(upper);
      }
    }
  });
});

describe('gangs placed pod by pod', () => {
  /** Whether a run leaves gangs that wait for ever. */
  const deadlocks = (gpus: number, gangs: number, size: number): boolean => {
    const { jobs } = measuredOf(podByPod(gpus, gangs, size)).figures;
    return jobs.released < jobs.arrived;
  };

  it('deadlock at G = 8, g = 8, J = 2', () => {
    expect(deadlocks(8, 2, 8)).toBe(true);
  });

  it('deadlock exactly where G ≤ J(g − 1), of all small clusters that could hold a gang', () => {
    const differing: string[] = [];
    for (let size = 2; size <= 5; size++)
      for (let gangs = 1; gangs <= 4; gangs++)
        for (let gpus = size; gpus <= 16; gpus++)
          if (deadlocks(gpus, gangs, size) !== canDeadlock(gpus, gangs, size))
            differing.push(`G ${gpus} J ${gangs} g ${size}`);
    expect(differing).toEqual([]);
  });
});
