import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { branchOff, changesAt, firstDifference, makeHere, numbersBeside } from '#lib/teaching/fork/index.ts';
import { viewContent } from '../../kit.ts';

const source = readFileSync('content/scenarios/one-gpu-busy.yaml', 'utf8');
const base = viewContent('one-gpu-busy');
const STEP = 3;

function changes(text: string) {
  const read = readScenario(text);
  if (!read.ok) throw new Error('the scenario does not read');
  return changesAt(read.scenario, STEP);
}

describe('changesAt()', () => {
  it('offers only what can be run', async () => {
    for (const { intervention } of changes(source))
      await expect(branchOff(source, base, intervention, makeHere)).resolves.toBeDefined();
  });

  it('offers a failing scale-up only where something scales', () => {
    const scaling = readFileSync('content/scenarios/scale-up.yaml', 'utf8');
    const labels = (text: string): string[] => changes(text).map(({ label }) => label);
    expect(labels(source)).not.toContain('Scale-up fails from here on');
    expect(labels(scaling)).toContain('Scale-up fails from here on');
  });
});

describe('branchOff()', async () => {
  const urgent = changes(source).find(({ label }) => label.startsWith('A job of higher priority'));
  if (urgent === undefined) throw new Error('no job of higher priority is offered');
  const branch = await branchOff(source, base, urgent.intervention, makeHere);

  it('finds the first step that the runs do not share', () => {
    expect(branch.difference).toEqual({
      step: 4,
      before: '0:04 · Job b asks for 1 GPU. Is there room?',
      after: '0:00 · Job urgent asks for 1 GPU. Is there room?'
    });
  });

  it('can be branched off again, with a job of another name', () => {
    const again = changes(branch.source).map(({ intervention }) => intervention);
    expect(again).toContainEqual(expect.objectContaining({ arrives: expect.objectContaining({ name: 'urgent-2' }) }));
  });

  it('sets the figures of both runs beside each other', () => {
    expect(numbersBeside(base, branch.run)).toContainEqual({ label: 'Jobs arrived', before: '2', after: '3' });
  });

  it('finds no difference between a run and itself', async () => {
    expect(await firstDifference(base, base)).toBeUndefined();
  });
});

describe('a change after which nothing ends', () => {
  it('is refused, with a sentence that says so', async () => {
    const endless = `{ schema: 1, id: endless, cluster: { nodes: [ { name: n, allocatable: { cpu: 2 } } ] },
      jobs: [ { name: a, service: 10s, resources: { requests: { cpu: 1 } } } ],
      deployments: [ { name: serve, replicas: 3, resources: { requests: { cpu: 1 } } } ], policy: { quantum: 1s } }`;
    const turns = { step: STEP, policy: { order: 'round-robin' as const } };
    await expect(branchOff(endless, base, turns, makeHere)).rejects.toThrow('comes to no end');
  });
});
