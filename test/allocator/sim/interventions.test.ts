import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenarioData, readScenario, type ScenarioFile } from '#lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '#lib/allocator/sim/index.ts';
import { recordsCsv } from '#lib/allocator/trace/index.ts';
import { job, nodes, story } from './kit.ts';

const FOLDER = 'content/scenarios';
const files = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));

function fileOf(text: string): ScenarioFile {
  const read = readScenario(text);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.file;
}

function runFile(file: unknown): FinishedRun {
  const read = readScenarioData(file);
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return run(read.scenario);
}

const interventions: readonly ((file: ScenarioFile) => object)[] = [
  (file) => {
    const offers = Object.keys(file.cluster.nodes[0]?.allocatable ?? {})[0] as string;
    return { arrives: { name: 'newcomer', priority: 1000, service: '1m', resources: { limits: { [offers]: 1 } } } };
  },
  (file) => {
    const [node] = file.cluster.nodes;
    return { node: node?.count === 1 ? node.name : `${node?.name ?? ''}-1`, is: 'lost' };
  },
  () => ({ policy: { preset: 'slurm' } }),
  () => ({ policy: { order: 'shortest-first', preset: 'textbook' } }),
  () => ({ autoscaler: 'fails' })
];

describe('1.8 an intervention', () => {
  it.each(interventions)('leaves every record up to its step as it was, in every scenario (%#)', (change) => {
    for (const text of files) {
      const file = fileOf(text);
      const base = runFile(file);
      for (const part of [0.25, 0.5, 1]) {
        const step = Math.floor(base.trace.last * part);
        const changed = runFile({ ...file, interventions: [{ step, ...change(file) }] });
        const kept = (of: FinishedRun): string[] =>
          recordsCsv(of)
            .split('\n')
            .slice(1, base.trace.firstOf(step + 1) + 1);
        expect(kept(changed), `${file.id}, step ${step}`).toEqual(kept(base));
      }
    }
  });

  const two = { cluster: nodes({ n1: 1 }), jobs: [job('a', 0, 10), job('b', 5, 10)] };
  const newcomer = (name: string, service: number, priority = 0) => {
    const { arrival: _, ...entry } = job(name, 0, service, 1, { priority });
    return entry;
  };

  it('lets a job in at the end of the tick of its step', () => {
    const changed = { ...two, interventions: [{ step: 4, arrives: newcomer('c', 3) }] };
    expect(story(changed)).toEqual([
      '0 a running@n1',
      '5 b queued',
      '5 c queued',
      '10 a released',
      '10 b running@n1',
      '20 b released',
      '20 c running@n1',
      '23 c released'
    ]);
  });

  it('loses a node at once, and what it held goes back to the queue', () => {
    const changed = { ...two, interventions: [{ step: 5, node: 'n1', is: 'lost' as const }] };
    expect(story(changed)).toEqual(expect.arrayContaining(['5 n1 down', '5 a requeued']));
    expect(story(changed)).not.toContain('10 a released');
  });

  it('puts those who wait in the order of the policy that takes over', () => {
    const three = { ...two, jobs: [...two.jobs, job('c', 6, 1, 1, { priority: 5 })] };
    const changed = { ...three, interventions: [{ step: 6, policy: { order: 'priority' as const } }] };
    expect(story(three).filter((line) => line.endsWith('running@n1'))).toEqual([
      '0 a running@n1',
      '10 b running@n1',
      '20 c running@n1'
    ]);
    expect(story(changed).filter((line) => line.endsWith('running@n1'))).toEqual([
      '0 a running@n1',
      '10 c running@n1',
      '11 b running@n1'
    ]);
  });

  it('gives those who run a quantum where round robin takes over', () => {
    const changed = {
      ...two,
      interventions: [{ step: 5, policy: { order: 'round-robin' as const, quantum: 2 } }]
    };
    expect(story(changed)).toEqual(expect.arrayContaining(['7 a requeued', '7 b running@n1']));
  });

  it('comes before the end of a run at whose last step it stands', () => {
    const changed = { ...two, interventions: [{ step: 9, arrives: newcomer('c', 3) }] };
    expect(story(changed).slice(-2)).toEqual(['20 c running@n1', '23 c released']);
  });

  it('is refused with its place where it asks for what nothing offers', () => {
    const read = readScenario(`schema: 1
id: one
cluster: { nodes: [ { name: n1, allocatable: { cpu: 1 } } ] }
jobs: [ { name: a, resources: { requests: { cpu: 1 } } } ]
interventions:
  - { step: 1, arrives: { name: b, resources: { requests: { memory: 1Gi } } } }
`);
    expect(read.ok ? [] : read.problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '6 nothing in this scenario offers memory'
    ]);
  });
});
