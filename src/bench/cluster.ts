import { writeFileSync } from 'node:fs';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import type { Effort } from './counting.ts';
import { line, withoutCompiler, type Line } from './line.ts';
import { Rounds, type Timed } from './rounds.ts';
import { clusterScenario } from './timed/cluster.ts';
import type { Tools } from './tools.ts';

const NODES = 10_000;
/** The scan runs this part of the jobs, while the cluster fills and scans are short. */
const PART = 50;

/** Jobs per second of one queue before many nodes, beside C++ with the same index and with the naive scan. */
export async function* clustering(tools: Tools, { jobs, rounds }: Effort): AsyncGenerator<Line> {
  const name = `queue of ${NODES} nodes, first fit, cpu + memory + gpu`;
  const file = tools.file('cluster-jobs');
  writeFileSync(file, bytesOf(clusterScenario(NODES, jobs, { preset: 'textbook' })));
  const ours = await tools.ours('cluster', NODES, jobs);
  const index = tools.cpp('cluster', 'index', file, jobs);
  const part = tools.cpp('cluster', 'scan', file, jobs / PART);
  if (index === undefined || part === undefined) {
    yield withoutCompiler(name);
    return;
  }
  const scan: Timed = async () => ({ millis: PART * (await part()).millis });
  const measured = await Rounds.of({ ours, index, scan }, rounds);
  const beside = (other: 'index' | 'scan', what: string, bound: number, note?: string): Line =>
    line(
      `${name}, beside C++ -O2 with ${what}`,
      perSecond(jobs, measured.millis('ours')),
      'jobs/s',
      { of: 'ratio', is: 'at least', bound },
      {
        name: `C++ -O2 with ${what}`,
        value: perSecond(jobs, measured.millis(other)),
        ratio: measured.speed('ours', other)
      },
      note
    );
  yield beside('index', 'the same index', 0.5);
  yield beside('scan', 'the naive scan', 1, `the scan ran the first ${jobs / PART} jobs, scaled to all`);
}

const perSecond = (count: number, millis: number): number => (count / millis) * 1000;

/** What `cpp/cluster.cpp` reads: sizes, nodes, kinds and jobs, as 64-bit floats. */
function bytesOf({ nodes, kinds, resources, jobs }: Scenario): Buffer {
  const floats = [
    Float64Array.of(nodes.length, kinds.length, resources.length, jobs.count),
    Float64Array.from(nodes.flatMap(({ allocatable }) => [...allocatable])),
    Float64Array.from(kinds.flatMap(({ requests }) => [...requests])),
    jobs.arrival,
    jobs.service,
    Float64Array.from(jobs.kind)
  ];
  return Buffer.concat(floats.map(({ buffer }) => Buffer.from(buffer as ArrayBuffer)));
}
