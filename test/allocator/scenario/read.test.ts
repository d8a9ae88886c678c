import { describe, expect, it } from 'vitest';
import { readScenario } from '#lib/allocator/scenario/index.ts';

const head = 'schema: 1\nid: test\n';
const nodes = 'cluster: { nodes: [ { name: n, allocatable: { cpu: 4 } } ] }\n';
const jobs = 'jobs: [ { name: a } ]\n';

/** What is wrong with a text, as `line:col message`. */
function problems(text: string): string[] {
  const read = readScenario(text);
  return read.ok ? [] : read.problems.map(({ line, col, message }) => `${line}:${col} ${message}`);
}

describe('readScenario()', () => {
  it('gives the file and what it comes to', () => {
    const read = readScenario(head + nodes + jobs);
    expect(read.ok && read.file.id).toBe('test');
    expect(read.ok && read.scenario.jobs.count).toBe(1);
  });

  it('tells everything that does not fit the schema at once, each where it stands', () => {
    const text = `${head}cluster:\n  nodes:\n    - { name: n, alocatable: { cpu: 4 } }\njobs:\n  - { name: a, priority: high }\n`;
    expect(problems(text)).toEqual([
      '5:7 field "allocatable" is missing',
      '5:18 unknown field "alocatable"; did you mean "allocatable"?',
      '7:26 expected a number, got "high"'
    ]);
  });

  it('tells everything that cannot be run at once, each where it stands', () => {
    const text = `${head}${nodes}jobs:\n  - { name: a, arrival: 1.5s }\n  - { name: a, service: 0s }\nevents: [ { at: 5s, node: m, is: lost } ]\n`;
    expect(problems(text)).toEqual([
      '5:25 1.5s is not a whole number of ticks; a tick is 1s',
      '6:13 duplicate name: there is another job called "a"',
      '6:25 must be at least one tick, it is 0s',
      '7:27 there is no node "m"'
    ]);
  });

  it('points into a node entry once, however many nodes it stands for', () => {
    const many = `cluster: { nodes: [ { name: n, count: 3, allocatable: { cpu: 99999999999999999 } } ] }\n`;
    expect(problems(head + many + jobs)).toHaveLength(1);
  });

  it.each([
    ['a number that is none', 'jobs: [ { name: a, priority: .nan } ]'],
    ['an infinite number', 'jobs: [ { name: a, priority: .inf } ]'],
    ['an endless service', 'jobs: [ { name: a, service: .inf } ]'],
    ['an infinite weight', `${jobs}tenants: [ { name: t, weight: .inf } ]`],
    ['an infinite amount', 'jobs: [ { name: a, resources: { requests: { cpu: .inf } } } ]'],
    ['an amount that is none', 'jobs: [ { name: a, resources: { requests: { cpu: lots } } } ]'],
    ['more than a number can count', 'jobs: [ { name: a, resources: { requests: { memory: 99999999999999999 } } } ]'],
    ['a negative amount', 'jobs: [ { name: a, resources: { requests: { cpu: -1 } } } ]'],
    [
      'an endless spread',
      'workload: { n: 1, arrival: { lognormal: { mean: 1s, cv: .inf } }, service: { constant: 1s } }'
    ],
    ['a target of nothing', 'deployments: [ { name: d, hpa: { max: 2, target: "0%" } } ]']
  ])('refuses %s', (_, text) => {
    const found = problems(`${head}${nodes}${text}\n`);
    expect(found.length).toBeGreaterThan(0);
    for (const problem of found) expect(problem).toMatch(/^[45]:\d+ [^ ]/);
  });

  it('refuses ten megabytes without reading them', () => {
    expect(problems(`${head}${nodes}${jobs}# ${'x'.repeat(10_000_000)}`)).toEqual([
      expect.stringMatching(/^1:1 \d+ characters are too many; at most 1000000 are read$/)
    ]);
  });

  it('refuses aliases that multiply', () => {
    const level = (i: number): string =>
      `x${i}: &x${i} [${Array(10)
        .fill(i === 0 ? '1' : `*x${i - 1}`)
        .join(', ')}]`;
    const bomb = Array.from({ length: 9 }, (_, i) => level(i)).join('\n');
    expect(problems(`${head}${bomb}\n`)[0]).toContain('aliases repeat too much');
  });

  it('refuses nesting that no scenario has', () => {
    expect(problems(`${head}jobs: ${'['.repeat(20_000)}`)[0]).toBeDefined();
  });

  it('refuses more jobs than a run has steps for, before making them', () => {
    const many = 'jobs: [ { name: a, count: 900000 }, { name: b, count: 900000 } ]\n';
    expect(problems(head + nodes + many)).toEqual(['4:7 1800000 jobs are too many; at most 1000000 are run']);
  });
});
