import { writeFileSync } from 'node:fs';
import { line, type Goal, type Line } from './line.ts';
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
  const cpp = tools.cpp('pool', 'full', file, servers);
  const keeping = await Rounds.of<string>(
    {
      ours: await tools.ours('queue', 'full', file, servers),
      'js-simulator': await tools.ours('queue', 'js-simulator', file, servers),
      simjs: await tools.ours('queue', 'simjs', file, servers),
      ...(cpp === undefined ? {} : { cpp })
    },
    rounds
  );
  const name = `queue of ${servers} servers`;
  const against = (other: string, goal: Goal, what: string): Line =>
    line(`${name}, against ${what}`, perSecond(jobs, keeping.millis('ours')), 'jobs/s', goal, {
      name: what,
      value: perSecond(jobs, keeping.millis(other)),
      ratio: keeping.speed('ours', other)
    });
  yield cpp === undefined ? withoutCompiler(name) : against('cpp', atLeast(0.7), 'C++ -O2');
  yield against('js-simulator', atLeast(servers === 16 ? 3 : 5), 'js-simulator');
  yield against('simjs', atLeast(10), 'simjs');
  yield* lean(tools, file, servers, jobs, rounds);
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

const withoutCompiler = (name: string): Line => ({
  name,
  value: 0,
  unit: 'jobs/s',
  reference: null,
  ratio: null,
  goal: null,
  met: null,
  note: 'not measured: there is no g++ here to compile the reference'
});
