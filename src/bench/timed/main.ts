import { readFileSync } from 'node:fs';
import type { JobBlock } from '#lib/allocator/sim/index.ts';
import { jobsFrom, poissonJobs } from '../workload.ts';
import { countFull, countLean } from './counting.ts';
import { onJsSimulator } from './js-simulator.ts';
import { onSimjs } from './simjs.ts';

/** Runs of a list of jobs on some servers; each gives a figure that depends on every start. */
const queues: Readonly<Record<string, (jobs: JobBlock, servers: number) => number>> = {
  full: countFull,
  lean: countLean,
  'js-simulator': onJsSimulator,
  simjs: onSimjs
};

/** Times one call by the CPU it takes, after calls that let the engine compile it. */
export function timed(prime: () => unknown, run: () => number): { millis: number; check: string } {
  prime();
  const before = process.cpuUsage();
  const check = run();
  const { user, system } = process.cpuUsage(before);
  return { millis: (user + system) / 1000, check: String(check) };
}

/** `queue KIND FILE SERVERS`: one run of the jobs in a file. */
function queue([kind = '', file = '', servers = '']: readonly string[]): ReturnType<typeof timed> {
  const jobs = jobsFrom(readFileSync(file));
  const run = queues[kind]!;
  const prime = (): void => {
    for (const [times, count] of [
      [100, 100],
      [20, 10_000]
    ] as const)
      for (let i = 0; i < times; i++) run(poissonJobs(count, 16, 0.8), 16);
  };
  return timed(prime, () => run(jobs, Number(servers)));
}

const programs: Readonly<Record<string, (words: readonly string[]) => ReturnType<typeof timed>>> = { queue };

const [program = '', ...words] = process.argv.slice(2);
console.log(JSON.stringify(programs[program]!(words)));
