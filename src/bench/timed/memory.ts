import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { exponential, stream } from '#lib/base/random/index.ts';
import { countJobs, countSums, type JobBlock } from '#lib/allocator/sim/index.ts';
import { poissonJobs } from '../workload.ts';
import { poolScenario } from './counting.ts';

const SERVERS = 16;
const LOAD = 0.8;
const MEAN_SERVICE = 10_000;

/** Bytes a job that a run leaves behind which keeps start and end of each: those, and the jobs themselves. */
export function bytesKept(jobs: number): number {
  countJobs(poolScenario(poissonJobs(100, SERVERS, LOAD), SERVERS));
  const before = bytesHeld();
  const scenario = poolScenario(poissonJobs(jobs, SERVERS, LOAD), SERVERS);
  const counted = countJobs(scenario);
  const after = bytesHeld();
  // Used here, so that neither is collected before.
  if (counted.end.length !== scenario.jobs.count) throw new Error('the run lost jobs');
  return (after - before) / jobs;
}

/** By how many bytes a job the process grows in a run that keeps sums alone, at the most that is seen of it on the way. */
export function bytesGrown(jobs: number): number {
  const pool = { capacity: SERVERS, demand: Float64Array.of(1), rejects: Uint8Array.of(0) };
  countSums(pool, drawnJobs(100_000));
  const before = process.memoryUsage.rss();
  let most = before;
  countSums(
    pool,
    drawnJobs(jobs, () => (most = Math.max(most, process.memoryUsage.rss())))
  );
  return (most - before) / jobs;
}

/** Jobs of a busy pool, some at a time in the same columns. */
function* drawnJobs(count: number, look?: () => void): Generator<JobBlock> {
  const gap = exponential(MEAN_SERVICE / (LOAD * SERVERS));
  const length = exponential(MEAN_SERVICE);
  const chance = stream(1, 'drawn');
  const arrival = new Float64Array(BLOCK);
  const service = new Float64Array(BLOCK);
  const kind = new Uint32Array(BLOCK);
  let tick = 0;
  for (let left = count; left > 0; left -= BLOCK) {
    const some = Math.min(BLOCK, left);
    for (let i = 0; i < some; i++) {
      tick += gap(chance);
      arrival[i] = Math.round(tick);
      service[i] = Math.max(1, Math.round(length(chance)));
    }
    look?.();
    yield { count: some, arrival, service, kind };
  }
}

const BLOCK = 4096;

/** Bytes of all that is still in use. */
function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
