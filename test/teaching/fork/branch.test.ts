import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { branchOff, changesAt, firstDifference, makeHere, numbersBeside, policies } from '#lib/teaching/fork/index.ts';
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

  it('offers the policies of a comparison, but for the one that the scenario has', () => {
    const offered = (text: string) =>
      changes(text).flatMap(({ intervention }) => ('policy' in intervention ? [intervention.policy] : []));
    const named = policies.flatMap(({ policy }) => policy ?? []);
    const textbook = { preset: 'textbook' };
    const packed = { preset: 'kubernetes', rank: 'most-allocated' };
    expect(offered(source)).toEqual(named.filter((policy) => JSON.stringify(policy) !== JSON.stringify(textbook)));
    expect(offered(`${source}\npolicy: ${JSON.stringify(packed)}`)).toEqual(
      named.filter((policy) => JSON.stringify(policy) !== JSON.stringify(packed))
    );
    const gangsApart = `${source}\npolicy: ${JSON.stringify({ ...textbook, gangs: 'pod-by-pod' })}`;
    expect(offered(gangsApart), 'how gangs are placed makes no difference here').not.toContainEqual(textbook);
  });

  it('names a policy as a comparison does', () => {
    const labels = changes(source).map(({ label }) => label);
    expect(labels).toContain('It works like Slurm from here on');
    expect(labels).toContain('Kubernetes, packed, from here on');
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('says that gangs are placed as before, where there are any and the policy would not', () => {
    const gangs = readFileSync('content/scenarios/gang-deadlock.yaml', 'utf8');
    const stays = (text: string, label: string) => changes(text).find((change) => change.label === label)?.stays;
    const [kueue, kubernetes] = ['It works like Kueue from here on', 'Kubernetes, packed, from here on'];
    expect(stays(gangs, kueue)).toBe(
      'Gangs are placed as before, pod by pod: that cannot change in the middle of a run.'
    );
    expect(stays(gangs, kubernetes)).toBeUndefined();
    expect(stays(source, kubernetes), 'no gangs').toBeUndefined();
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

  it('looks for it behind a step up to which they are known to be the same', async () => {
    expect((await firstDifference(base, branch.run, 6))?.step).toBeGreaterThanOrEqual(6);
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
