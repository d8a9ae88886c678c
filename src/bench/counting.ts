import { writeFileSync } from 'node:fs';
import { inBrowser } from './in-browser.ts';
import { line, notMeasured, withoutCompiler, type Goal, type Line } from './line.ts';
import { Rounds, type Timed } from './rounds.ts';
import type { Tools } from './tools.ts';
import { bytesOf, poissonJobs } from './workload.ts';

const LOAD = 0.8;

/** How much is measured: all of it, or enough to see that it works. */
export interface Effort {
  readonly jobs: number;
  readonly rounds: number;
}

const atLeast = (bound: number): Goal => ({ of: 'ratio', is: 'at least', bound });

/** Jobs per second of one queue with many servers, beside C++ and beside other simulators in JavaScript. */
export async function* counting(tools: Tools, { jobs, rounds }: Effort): AsyncGenerator<Line> {
  for (const servers of [16, 10_000]) {
    const file = tools.file(`jobs-${servers}`);
    writeFileSync(file, bytesOf(poissonJobs(jobs, servers, LOAD)));
    yield* queue(tools, file, servers, jobs, rounds);
  }
}

async function* queue(tools: Tools, file: string, servers: number, jobs: number, rounds: number): AsyncGenerator<Line> {
  const name = `queue of ${servers} servers`;
  const ours = await tools.ours('queue', 'full', file, servers);
  const cpp = tools.cpp('pool', 'full', file, servers);
  const besides = (measured: Rounds<'ours' | 'other'>, what: string, goal: Goal): Line =>
    line(`${name}, beside ${what}`, perSecond(jobs, measured.millis('ours')), 'jobs/s', goal, {
      name: what,
      value: perSecond(jobs, measured.millis('other')),
      ratio: measured.speed('ours', 'other')
    });
  if (cpp === undefined) yield withoutCompiler(name);
  else yield besides(await Rounds.of({ ours, other: cpp }, rounds), 'C++ -O2', atLeast(0.7));
  for (const [peer, bound] of [
    ['js-simulator', servers === 16 ? 3 : 5],
    ['simjs', 10]
  ] as const) {
    const other = await tools.ours('queue', peer, file, servers);
    yield besides(await Rounds.of({ ours, other }, Math.min(rounds, 2)), peer, atLeast(bound));
  }
  yield* lean(tools, file, servers, jobs, rounds);
  yield await inWorker(tools, file, servers, jobs, rounds);
}

/** The same run where visitors have it made. */
async function inWorker(tools: Tools, file: string, servers: number, jobs: number, rounds: number): Promise<Line> {
  const name = `queue of ${servers} servers, in a worker of Chromium`;
  const cpp = tools.cpp('pool', 'full', file, servers);
  if (cpp === undefined) return withoutCompiler(name);
  const ours = await inBrowser({ jobs, servers, load: LOAD });
  if (ours === undefined) return notMeasured(name, 'there is no browser here');
  try {
    const measured = await Rounds.of({ ours: ours.timed, cpp }, rounds);
    return line(
      name,
      perSecond(jobs, measured.millis('ours')),
      'jobs/s',
      atLeast(0.55),
      { name: 'C++ -O2', value: perSecond(jobs, measured.millis('cpp')), ratio: measured.speed('ours', 'cpp') },
      'by the clock, C++ by its CPU time: a browser tells no other'
    );
  } finally {
    await ours.close();
  }
}

async function* lean(tools: Tools, file: string, servers: number, jobs: number, rounds: number): AsyncGenerator<Line> {
  const cpp: Timed | undefined = tools.cpp('pool', 'lean', file, servers);
  const name = `queue of ${servers} servers, nothing kept of a job`;
  const ours = await tools.ours('queue', 'lean', file, servers);
  if (cpp === undefined) {
    yield withoutCompiler(name);
    return;
  }
  const measured = await Rounds.of({ ours, cpp }, rounds);
  yield line(name, perSecond(jobs, measured.millis('ours')), 'jobs/s', undefined, {
    name: 'C++ -O2',
    value: perSecond(jobs, measured.millis('cpp')),
    ratio: measured.speed('ours', 'cpp')
  });
}

const perSecond = (count: number, millis: number): number => (count / millis) * 1000;
