import { erlangB, erlangC, mmc, mmcWaitsLonger } from '#lib/allocator/rules/erlang.ts';
import { fcfsTrace } from '#lib/allocator/rules/fcfs-trace.ts';
import { mg1, mm1, mm1k, mm1MoreThan, mm1TurnaroundQuantile, squaredVariation } from '#lib/allocator/rules/queueing.ts';
import { amdahlSpeedup } from '#lib/allocator/rules/speedup.ts';
import { type Case, differences, near, UnknownKind } from '../case-kit.ts';

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

/** A quotient of whole numbers in lowest terms, as the cases write it: `28/15`, or `2`. */
function fraction(numerator: number, denominator: number): string {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const d = divisor(numerator, denominator);
  return denominator === d ? `${numerator / d}` : `${numerator / d}/${denominator / d}`;
}

function trace(c: Case): unknown {
  const {
    arrivals,
    services,
    servers = 1
  } = c as unknown as Record<'arrivals' | 'services', number[]> & {
    servers?: number;
  };
  const { starts, ends } = fcfsTrace(arrivals, services, servers);
  const waits = starts.map((start, i) => start - (arrivals[i] ?? 0));
  const inSystem = sum(ends) - sum(arrivals);
  const horizon = Math.max(...ends);
  return {
    starts,
    ends,
    departures: ends,
    waits,
    horizon,
    meanWait: fraction(sum(waits), waits.length),
    meanInSystem: fraction(inSystem, horizon),
    arrivalRate: fraction(ends.length, horizon),
    meanTimeInSystem: fraction(inSystem, ends.length)
  };
}

function answer(c: Case): unknown {
  const n = (field: string): number => Number(c[field]);
  switch (c.kind) {
    case 'mm1': {
      const means = mm1(n('lambda'), n('mu'));
      return {
        ...means,
        p0: 1 - means.rho,
        p_more_than_5: mm1MoreThan(means.rho, 5),
        W_p90: mm1TurnaroundQuantile(means.W, 0.9)
      };
    }
    case 'mmc': {
      const [lambda, mu, servers] = [n('lambda'), n('mu'), n('servers')];
      return {
        ...mmc(lambda, mu, servers),
        offeredLoad: lambda / mu,
        erlangC: erlangC(servers, lambda / mu),
        P_wait_more_than_1: mmcWaitsLonger(lambda, mu, servers, 1)
      };
    }
    case 'erlangB': {
      const blocking = erlangB(n('servers'), n('offeredLoad'));
      const carried = n('offeredLoad') * (1 - blocking);
      return { blocking, carried, utilisation: carried / n('servers') };
    }
    case 'mg1': {
      const scv = squaredVariation(n('meanService'), n('secondMoment'));
      return { ...mg1(n('lambda'), n('meanService'), n('secondMoment')), scv };
    }
    case 'mm1k': {
      const means = mm1k(n('lambda'), n('mu'), n('K'));
      return { ...means, effectiveLambda: means.effectiveRate };
    }
    case 'littleSamplePath':
    case 'multiServerTrace':
      return trace(c);
    case 'amdahl':
      return { speedup: amdahlSpeedup(n('parallelFraction'), n('processors')) };
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Topic `queueing`: closed forms to 12 digits, traces exactly (their figures are whole numbers and fractions). */
export const check = (c: Case) => differences(c.expect, answer(c), near(1e-12));
