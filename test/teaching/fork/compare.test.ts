import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  clockOfTick,
  compare,
  decidesAt,
  figuresAtTick,
  firstPair,
  makeHere,
  policies,
  positionOfTick,
  readPolicies,
  stepAtTick
} from '#lib/teaching/fork/index.ts';
import { viewContent } from '../../kit.ts';
import { countedRun } from '../explain/counted.ts';

const source = readFileSync('content/scenarios/fifo-head-blocks.yaml', 'utf8');
const under = (ids: string) => compare(source, readPolicies(ids).chosen, makeHere);

describe('compare()', async () => {
  const both = await under('own,pass-over');

  it('runs the scenario as it is written and under another policy', () => {
    const [own, other] = both.sides;
    expect(own?.run.at(own.run.last).sentence).toBe(viewContent('fifo-head-blocks').at(own?.run.last ?? 0).sentence);
    expect(own?.trace.scenario.policy.blocked).toBe('block');
    expect(other?.trace.scenario.policy.blocked).toBe('skip');
    expect(both.troubles).toEqual([]);
  });

  it('has a time for everything that happens in any of the runs, in order', () => {
    const ticks = both.sides.flatMap(({ trace }) => Array.from({ length: trace.last }, (_, i) => trace.tickOf(i + 1)));
    expect(both.ticks).toEqual([...new Set([0, ...ticks])].sort((a, b) => a - b));
  });

  it('shows all runs at the same tick: job short runs at 0:02 where the queue passes over, and waits where it does not', () => {
    const told = both.sides.map(
      (side) => side.run.at(stepAtTick(side, 2)).board.find(({ job }) => job === 'short')?.status
    );
    expect(told).toEqual(['waiting', 'running']);
  });

  it('stands before everything at a tick before the first step', async () => {
    const text = source.replaceAll(/arrival: (\d)s/g, 'arrival: 1$1s');
    const late = await compare(text, readPolicies('own,slurm').chosen, makeHere);
    expect(late.sides.map((side) => stepAtTick(side, 9))).toEqual([0, 0]);
    expect(late.ticks[0]).toBe(0);
  });

  it('takes a tick between two times for the one before it', () => {
    expect(both.ticks[positionOfTick(both, 10.5)]).toBe(10);
    expect(positionOfTick(both, -1)).toBe(0);
    expect(clockOfTick(both, 70)).toBe('1:10');
  });

  it('hardly reads the records of long runs for their figures at a tick, once it has read them all', async () => {
    const runs = [1_700, 17_000].map(countedRun);
    const short = await makeHere(source);
    const made = runs.values();
    const long = await compare(source, readPolicies('own,pass-over').chosen, () =>
      Promise.resolve({ ...short, ...made.next().value! })
    );
    const last = long.ticks.at(-1)!;
    figuresAtTick(long, last);
    for (const { trace } of runs) trace.reads = 0;
    figuresAtTick(long, Math.floor(last / 2));
    for (const { trace } of runs) expect(trace.reads).toBeLessThan(2000);
  });

  it('says which times bring a decision', () => {
    const decided = both.ticks.filter((tick) => both.sides.some((side) => decidesAt(side, tick)));
    expect(decided.slice(0, 4)).toEqual([0, 1, 2, 3]);
  });

  it('keeps the other sides where one comes to no end', async () => {
    const endless = `{ schema: 1, id: endless, cluster: { nodes: [ { name: n, allocatable: { cpu: 2 } } ] },
      jobs: [ { name: a, service: 10s, resources: { requests: { cpu: 1 } } } ],
      deployments: [ { name: serve, replicas: 3, resources: { requests: { cpu: 1 } } } ] }`;
    const { sides, troubles } = await compare(endless, readPolicies('own,round-robin').chosen, makeHere);
    expect(sides.map(({ policy }) => policy.id)).toEqual(['own']);
    expect(troubles).toEqual(['Round robin: the run comes to no end, or to one too far off, so it is not shown.']);
  });

  it('can run every scenario of this kind under every policy it offers', async () => {
    expect(await compare(source, policies, makeHere)).toMatchObject({
      troubles: [],
      sides: { length: policies.length }
    });
  });
});

describe('figuresAtTick()', async () => {
  const both = await under('own,pass-over');
  const last = both.ticks.at(-1) ?? 0;
  const row = (label: string, tick: number) =>
    figuresAtTick(both, tick).find((figure) => figure.label === label)?.cells;

  it('gives each figure as its own run does, with the difference from the first', () => {
    const [own, other] = both.sides.map(({ run }) => run.numbers(run.last).find(({ label }) => label === 'Mean wait'));
    expect(row('Mean wait', last)).toEqual([
      { value: own?.value, difference: '' },
      { value: other?.value, difference: expect.stringMatching(/^−0:\d\d$/) }
    ]);
  });

  it('has no difference where a figure is the same, or not there yet', () => {
    expect(row('Jobs arrived', last)?.map(({ difference }) => difference)).toEqual(['', '']);
    expect(row('Mean wait', 0)).toEqual([
      { value: '–', difference: '' },
      { value: '–', difference: '' }
    ]);
  });

  it('tells shares apart in points', () => {
    expect(row('Utilisation, GPU', last)?.[1]?.difference).toMatch(/^[+−]\d+ points?$/);
  });
});

describe('readPolicies()', () => {
  it('reads ids, each once', () => {
    expect(readPolicies('slurm,own,slurm').chosen.map(({ id }) => id)).toEqual(['slurm', 'own']);
  });

  it('says what it does not know, and what is too many', () => {
    expect(readPolicies('slurm,own,nobody').troubles).toEqual(['1 of the policies in this link is not known here.']);
    const many = readPolicies('own,textbook,kubernetes,kueue,slurm');
    expect(many.chosen).toHaveLength(4);
    expect(many.troubles).toEqual(['The first 4 policies of this link are compared.']);
  });
});

describe('firstPair()', () => {
  it('sets beside a scenario a preset that it does not have', () => {
    expect(firstPair(source)).toBe('own,kubernetes');
    expect(firstPair(source.replace('preset: textbook', 'preset: kubernetes'))).toBe('own,slurm');
    expect(firstPair('schema: 1')).toBe('own,kubernetes');
  });
});
