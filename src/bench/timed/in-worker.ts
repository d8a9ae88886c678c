/// <reference lib="webworker" />
import { median } from '../rounds.ts';
import { poissonJobs } from '../workload.ts';
import { countFull } from './counting.ts';

declare const self: DedicatedWorkerGlobalScope;

/** What is to be run: the same jobs as in the file that the other programs read. */
export interface Asked {
  readonly jobs: number;
  readonly servers: number;
  readonly load: number;
}

const RUNS = 3;

/** A browser tells no CPU time, so the clock is taken. What is timed is primed as in `main.ts`. */
function timedHere({ jobs, servers, load }: Asked): { millis: number; check: string } {
  const run = countFull(poissonJobs(jobs, servers, load), servers);
  const few = countFull(poissonJobs(200, 16, load), 16);
  const many = countFull(poissonJobs(20_000, servers, load), servers);
  for (let i = 0; i < 100; i++) few();
  for (let i = 0; i < 8; i++) many();
  let check = 0;
  const all = Array.from({ length: RUNS }, () => {
    const before = performance.now();
    check = run();
    return performance.now() - before;
  });
  return { millis: median(all), check: String(check) };
}

self.onmessage = ({ data }) => self.postMessage(timedHere(data as Asked));
