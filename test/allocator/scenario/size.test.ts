import { describe, expect, it } from 'vitest';
import { readScenario, readScenarioFile, sizeOf } from '#lib/allocator/scenario/index.ts';

const head = 'schema: 1\nid: x\n';
const node = 'cluster: { nodes: [ { name: n, count: 3, allocatable: { cpu: 4 } } ] }\n';

const sizeIn = (text: string) => {
  const read = readScenarioFile(head + text);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join());
  return sizeOf(read.file);
};

describe('sizeOf()', () => {
  it('counts every pod that jobs, a workload and deployments may come to', () => {
    expect(
      sizeIn(`${node}jobs: [ { name: a, count: 5, gang: 4, service: 1s } ]
workload: { n: 100, arrival: { constant: 1s }, service: { constant: 1s } }
deployments: [ { name: d, replicas: 2, hpa: { max: 9, target: 60% } } ]
`)
    ).toEqual({ pods: 20 + 100 + 9, nodes: 3 });
  });

  it('counts the nodes that an autoscaler may come to', () => {
    const scaled = node.replace(' } ] }', ' } ], autoscaler: { max: 12, template: { allocatable: { cpu: 4 } } } }');
    expect(sizeIn(`${scaled}jobs: [ { name: a, service: 1s } ]\n`).nodes).toBe(12);
  });
});

describe('readScenarioFile()', () => {
  it('finds what the schema has against a file, as readScenario() does', () => {
    const text = `${head}${node}jobs: [ { name: a, sevice: 1s } ]\n`;
    expect(readScenarioFile(text)).toEqual(readScenario(text));
    expect(readScenarioFile(text)).toMatchObject({
      ok: false,
      problems: [{ line: 4, message: expect.stringContaining('sevice') as string }]
    });
  });

  it('leaves what only the expanded scenario shows to readScenario()', () => {
    const text = `${head}${node}jobs: [ { name: a, service: 1s }, { name: a, service: 1s } ]\n`;
    expect(readScenarioFile(text).ok).toBe(true);
    expect(readScenario(text).ok).toBe(false);
  });
});
