import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fcfsTrace } from '#lib/allocator/rules/fcfs-trace.ts';

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

describe('fcfsTrace()', () => {
  // Two servers:
  //
  //   tick   0   1   2   3   4   5   6
  //   a      ################              arrives 0, runs 0..4
  //   b          ########                  arrives 1, runs 1..3
  //   c              ....############      arrives 2, waits 1, runs 3..6 where b was
  it('gives a waiting job the server that is free first', () => {
    expect(fcfsTrace([0, 1, 2], [4, 2, 3], 2)).toEqual({ starts: [0, 1, 3], ends: [4, 3, 6] });
  });

  it('keeps Little’s law to the unit over a trace that starts and ends empty', () => {
    const jobs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(jobs, fc.integer({ min: 1, max: 3 }), (pairs, servers) => {
        const arrivals = pairs.map(([gap], i) => gap + sum(pairs.slice(0, i).map(([g]) => g)));
        const { ends } = fcfsTrace(
          arrivals,
          pairs.map(([, service]) => service),
          servers
        );
        let inSystem = 0;
        for (let tick = 0; tick < Math.max(...ends); tick++)
          inSystem += arrivals.filter((arrival, i) => arrival <= tick && tick < ends[i]!).length;
        return inSystem === sum(ends) - sum(arrivals);
      })
    );
  });

  it('refuses arrivals out of order', () => {
    expect(() => fcfsTrace([3, 1], [1, 1], 1)).toThrow('Cannot trace job 1: it arrived before job 0');
  });

  it('refuses a job without a service time', () => {
    expect(() => fcfsTrace([3, 4], [1], 1)).toThrow('Cannot trace job 1: it has no service time');
  });
});
