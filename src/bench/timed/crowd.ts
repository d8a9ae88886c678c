import { exponential, stream } from '#lib/base/random/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { scenarioWith } from './scenario.ts';

/** Slots of the one pool. */
const SLOTS = 10_000;
/** What jobs ask for, as often one as another: powers of two, as most do on real clusters. */
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] as const;
/** Mean service in ticks. */
const SERVICE = 10_000;
/** Ticks between arrivals on average: as fast as the pool serves, so that the queue stays about as long as it is. */
const GAP = (SERVICE * SIZES.reduce((sum, size) => sum + size, 0)) / SIZES.length / SLOTS;

/** So many jobs that wait for a pool from the beginning, and `more` that come one by one; owners overestimate up to threefold. */
export function crowdScenario(waiting: number, more: number): Scenario {
  const count = waiting + more;
  const gap = exponential(GAP);
  const length = exponential(SERVICE);
  const chance = stream(1, 'crowd');
  const arrival = new Float64Array(count);
  const service = new Float64Array(count);
  const estimate = new Float64Array(count);
  const kind = new Uint32Array(count);
  let tick = 0;
  for (let job = 0; job < count; job++) {
    if (job >= waiting) tick += gap(chance);
    arrival[job] = Math.round(tick);
    service[job] = Math.max(1, Math.round(length(chance)));
    estimate[job] = service[job]! + Math.round(2 * service[job]! * chance.unit());
    kind[job] = chance.intBelow(SIZES.length);
  }
  const scenario = scenarioWith(
    {
      cluster: { nodes: [{ name: 'pool', allocatable: { slots: SLOTS } }] },
      policy: { preset: 'textbook', blocked: 'easy' },
      jobs: SIZES.map((slots) => ({ name: `of-${slots}`, resources: { requests: { slots } } }))
    },
    { count, arrival, service, kind }
  );
  return { ...scenario, jobs: { ...scenario.jobs, estimate } };
}
