import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/sim.ts';

const folder = mkdtempSync(join(tmpdir(), 'still-pending-sim-'));
let out: string;
let errors: string[];

beforeEach(() => {
  out = '';
  errors = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
});
afterEach(() => vi.restoreAllMocks());

async function sim(text: string, ...args: string[]): Promise<{ code: number; errors: string[] }> {
  const file = join(folder, 'x.yaml');
  writeFileSync(file, text);
  const code = await main([file, ...args]);
  return { code, errors: errors.map((line) => line.replace(file, 'x.yaml')) };
}

const scenario = (jobs: string, rest = ''): string =>
  `schema: 1\nid: x\n${rest}cluster:\n  nodes:\n    - { name: node-a, allocatable: { nvidia.com/gpu: 1 } }\njobs:\n${jobs}`;
const gpu = 'resources: { limits: { nvidia.com/gpu: 1 } }';

describe('npm run sim', () => {
  it('prints the process table of a scenario', async () => {
    expect(await main(['content/scenarios/one-gpu.yaml'])).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^Step +Time +Action +State before +Condition +Result +State after$/);
    expect(out.trimEnd().split('\n')).toHaveLength(7);
  });

  it('prints every record as JSON, with evidence on the checks and amounts where something is booked', async () => {
    await main(['content/scenarios/one-gpu.yaml', '--format', 'json']);
    const json = JSON.parse(out) as { format: number; steps: number; records: Record<string, unknown>[] };
    expect(json).toMatchObject({ format: 1, steps: 6 });
    expect(json.records.map((r) => `${String(r['step'])} ${String(r['from'])}>${String(r['to'])}`)).toEqual([
      '1 none>requested',
      '1 requested>checking',
      '2 checking>allocated',
      '3 allocated>running',
      '4 running>releasing',
      '4 releasing>released',
      '5 none>requested',
      '5 requested>checking',
      '6 checking>allocated'
    ]);
    expect(json.records[2]).toMatchObject({ job: 'first', node: 'node-a', amounts: { 'nvidia.com/gpu': 1 } });
    expect(json.records[1]!['evidence']).toMatchObject({ outcome: 'fits', nodes: [{ node: 'node-a', chosen: true }] });
  });

  it('runs a Kubernetes manifest, and says what it assumed', async () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: solo }\nspec: { containers: [ { name: c } ] }\n';
    const { code, errors: notes } = await sim(pod);
    expect(code).toBe(0);
    expect(out).toContain('Request solo');
    expect(notes.join('\n')).toContain('each job runs for 10m');
  });

  it('says where a manifest asks for what no scenario can express', async () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: s }\n';
    expect(await sim(service)).toMatchObject({
      code: 1,
      errors: [expect.stringMatching(/^x\.yaml:2:7 kind "Service"/)]
    });
  });

  it('gives the same bytes twice', async () => {
    await main(['content/scenarios/one-gpu-busy.yaml', '--format', 'json']);
    const first = out;
    out = '';
    await main(['content/scenarios/one-gpu-busy.yaml', '--format', 'json']);
    expect(out).toBe(first);
  });

  it.each([
    ['a file that is not YAML', 'schema: [1\nid: x', /^x\.yaml:\d+:\d+ /],
    [
      'an unknown field',
      scenario(`  - { name: a, servce: 5s }`),
      /^x\.yaml:7:16 unknown field "servce"; did you mean "service"\?$/
    ],
    [
      'a negative GPU',
      scenario(`  - { name: a, resources: { limits: { nvidia.com/gpu: -1 } } }`),
      /^x\.yaml:7:\d+ .*negative/
    ],
    [
      'a fractional GPU',
      scenario(`  - { name: a, resources: { limits: { nvidia.com/gpu: 0.5 } } }`),
      /^x\.yaml:7:\d+ .*whole/
    ],
    ['a duplicate name', scenario(`  - { name: a, ${gpu} }\n  - { name: a, ${gpu} }`), /^x\.yaml:8:\d+ duplicate name/],
    ['a service of 0', scenario(`  - { name: a, service: 0s, ${gpu} }`), /^x\.yaml:7:\d+ .*at least one tick/],
    ['an arrival in the past', scenario(`  - { name: a, arrival: -5s, ${gpu} }`), /^x\.yaml:7:\d+ .*-5s/],
    [
      'a job that the end waits for and nobody has',
      scenario(`  - { name: a, ${gpu} }`, 'until: { job: z, state: running }\n'),
      /^x\.yaml:3:\d+ there is no job "z"/
    ],
    ['a span off the tick', scenario(`  - { name: a, service: 1500ms, ${gpu} }`), /^x\.yaml:7:\d+ /]
  ])('says where and what is wrong with %s, and exits with 1', async (_what, text, message) => {
    const result = await sim(text);
    expect(result.code).toBe(1);
    expect(result.errors[0]).toMatch(message);
    expect(out).toBe('');
  });

  it('runs a demand that no node could hold: the job is rejected, with the numbers', async () => {
    const { code } = await sim(
      scenario(`  - { name: a, resources: { limits: { nvidia.com/gpu: 2 } } }`),
      '--format',
      'json'
    );
    expect(code).toBe(0);
    const records = (JSON.parse(out) as { records: { to: string; evidence?: { outcome: string; nodes: unknown[] } }[] })
      .records;
    expect(records.at(-1)!.to).toBe('rejected');
    expect(records[1]!.evidence).toMatchObject({
      outcome: 'neverFits',
      nodes: [{ short: [{ asked: 2, free: 1, allocatable: 1 }] }]
    });
  });

  it('sets fields before it runs, and refuses a setting that is not one', async () => {
    expect((await sim(scenario(`  - { name: a, ${gpu} }`), '--set', 'jobs.0.service=3s', '--format', 'csv')).code).toBe(
      0
    );
    expect(out).toContain('\n4,3,a,running,end,releasing,,\n');
    expect(await main(['content/scenarios/one-gpu.yaml', '--set', 'nonsense'])).toBe(2);
    expect(await main(['content/scenarios/one-gpu.yaml', '--format', 'pdf'])).toBe(2);
  });

  it('says so when the file cannot be read', async () => {
    expect(await main([join(folder, 'nowhere.yaml')])).toBe(1);
    expect(errors[0]).toMatch(/nowhere\.yaml:1:1 cannot be read/);
  });
});
