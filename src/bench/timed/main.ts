import { readFileSync } from 'node:fs';
import type { Rank } from '#lib/allocator/scenario/index.ts';
import type { JobBlock } from '#lib/allocator/sim/index.ts';
import { median } from '../rounds.ts';
import { jobsFrom, poissonJobs } from '../workload.ts';
import { backfillFigures } from './backfill.ts';
import { countCluster } from './cluster.ts';
import { countFull, countLean } from './counting.ts';
import { onJsSimulator } from './js-simulator.ts';
import { placementFigures } from './placement.ts';
import { bytesGrown, bytesKept } from './memory.ts';
import { onSimjs } from './simjs.ts';
import { traceFigures } from './trace.ts';

/** Runs of a list of jobs on some servers; each gives a figure that depends on every start. */
const queues: Readonly<Record<string, (jobs: JobBlock, servers: number) => () => number>> = {
  full: countFull,
  lean: countLean,
  'js-simulator': (jobs, servers) => () => onJsSimulator(jobs, servers),
  simjs: (jobs, servers) => () => onSimjs(jobs, servers)
};

/** A long run is timed once, a short one a few times: the median of the CPU that it takes, compiler threads included. */
export function timed(prime: () => unknown, run: () => number): { millis: number; check: string } {
  prime();
  const all: number[] = [];
  let check = 0;
  for (let total = 0; all.length < 3 && total < LONG; total += all.at(-1)!) {
    const before = process.cpuUsage();
    check = run();
    const { user, system } = process.cpuUsage(before);
    all.push((user + system) / 1000);
  }
  return { millis: median(all), check: String(check) };
}

const LONG = 1000;

/** `queue KIND FILE SERVERS`: one run of the jobs in a file. */
function queue([kind = '', file = '', servers = '']: readonly string[]): ReturnType<typeof timed> {
  const prepare = queues[kind]!;
  const run = prepare(jobsFrom(readFileSync(file)), Number(servers));
  const few = prepare(poissonJobs(200, 16, 0.8), 16);
  const many = prepare(poissonJobs(20_000, Number(servers), 0.8), Number(servers));
  return timed(() => {
    for (let i = 0; i < 100; i++) few();
    for (let i = 0; i < 8; i++) many();
  }, run);
}

/** `cluster NODES JOBS`: one run of so many jobs on so many nodes. */
function cluster([nodes, jobs]: readonly string[]): ReturnType<typeof timed> {
  const few = countCluster(1000, 20_000);
  return timed(
    () => {
      for (let i = 0; i < 8; i++) few();
    },
    countCluster(Number(nodes), Number(jobs))
  );
}

/** What the parent may ask for, by its first word; the answer is printed as JSON. */
const programs: Readonly<Record<string, (words: readonly string[]) => unknown>> = {
  queue,
  cluster,
  memory: ([what, jobs]) => (what === 'kept' ? bytesKept : bytesGrown)(Number(jobs)),
  placement: ([rank, nodes, load, pods]) => placementFigures(rank as Rank, Number(nodes), Number(load), Number(pods)),
  backfill: ([waiting, ends]) => backfillFigures(Number(waiting), Number(ends)),
  trace: ([nodes, jobs, rounds]) => traceFigures(Number(nodes), Number(jobs), Number(rounds))
};

const [program = '', ...words] = process.argv.slice(2);
console.log(JSON.stringify(programs[program]!(words)));
