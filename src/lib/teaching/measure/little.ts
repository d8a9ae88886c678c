import { little } from '#lib/allocator/rules/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { countJobs } from '#lib/allocator/sim/index.ts';

/** Little's law at one moment of a run: all means are over the time from 0 to the tick. */
export interface LittleAt {
  readonly tick: number;
  /** Jobs in the system, waiting or holding, on average. */
  readonly inSystem: number;
  /** Jobs that arrived, a tick. */
  readonly rate: number;
  /** Ticks from arrival to end, on average over the jobs that have ended; 0 before the first has. */
  readonly turnaround: number;
  /** rate × turnaround: what the law says `inSystem` comes to in the long run. */
  readonly product: number;
}

/**
 * Little's law as a run goes on, at moments evenly spaced from its start to its end. The two sides differ by the jobs that
 * are in the system at that moment, and meet when it is empty.
 *
 * @param scenario one pool, first come first served: what the counting loop runs
 * @param moments at least 1
 * @throws {RangeError} for any other scenario
 */
export function littleOver(scenario: Scenario, moments: number): LittleAt[] {
  const { end } = countJobs(scenario);
  const { arrival } = scenario.jobs;
  const last = end.reduce((most, tick) => Math.max(most, tick), 1);
  return Array.from({ length: moments }, (_, i) => littleAt(arrival, end, Math.ceil((last * (i + 1)) / moments)));
}

function littleAt(arrival: Float64Array, end: Float64Array, tick: number): LittleAt {
  let arrived = 0;
  let present = 0;
  let ended = 0;
  let turnarounds = 0;
  arrival.forEach((came, job) => {
    if (came > tick) return;
    const left = end[job] as number;
    arrived++;
    present += Math.min(left, tick) - came;
    if (left > tick) return;
    ended++;
    turnarounds += left - came;
  });
  const rate = arrived / tick;
  const turnaround = ended === 0 ? 0 : turnarounds / ended;
  return { tick, inSystem: present / tick, rate, turnaround, product: little(rate, turnaround) };
}
