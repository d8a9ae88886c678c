import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RunShelf, runValue, states, type ShelvedRun } from '#lib/teaching/content/index.ts';

const shelf = new RunShelf(
  new Map(['one-gpu', 'one-gpu-busy'].map((id) => [id, readFileSync(`content/scenarios/${id}.yaml`, 'utf8')]))
);
const run = (id: string, set?: string): ShelvedRun => {
  const found = shelf.get(id, set);
  if (typeof found === 'string') throw new Error(found);
  return found;
};

// One GPU: a arrives at 0 and holds it 0..10, b arrives at 4 and holds it 10..16.
describe('runValue()', () => {
  it.each([
    ['steps', 10],
    ['makespan', 16],
    ['wait of b', 6],
    ['turnaround of b', 12],
    ['slowdown of b', 2],
    ['mean wait', 3],
    ['state of a', 'released'],
    ['utilisation of GPU', 1],
    ['step of Allocate b', 8],
    ['allocations', 2]
  ])('gives %s of a whole run', (name, value) => {
    expect(runValue(run('one-gpu-busy'), name)).toEqual({ value });
  });

  it.each([
    ['GPU free', 1, '1'],
    ['GPU free', 2, '0'],
    ['b', 5, 'waiting'],
    ['clock', 6, '0:10']
  ])('gives %s at step %i', (name, at, value) => {
    expect(runValue(run('one-gpu-busy'), name, at)).toEqual({ value });
  });

  it('says that a time has not come in a run that ends before', () => {
    expect(runValue(run('one-gpu'), 'end of second')).toEqual({ value: 'nothing' });
  });

  it('gives the figures of a scenario with a setting changed', () => {
    expect(runValue(run('one-gpu-busy', 'jobs.0.service=20s'), 'wait of b')).toEqual({ value: 16 });
  });
});

describe('states()', () => {
  it.each([
    ['6', 6],
    ['0.67', 2 / 3],
    ['67 %', 2 / 3],
    ['1,024', 1024],
    ['waiting', 'waiting'],
    ['0:10', '0:10']
  ])('takes %s for %s', (text, value) => {
    expect(states(text, value)).toBe(true);
  });

  it.each([
    ['7', 6],
    ['0.66', 2 / 3],
    ['66 %', 2 / 3],
    ['6', 'nothing'],
    ['', 0]
  ])('does not take "%s" for %s', (text, value) => {
    expect(states(text, value)).toBe(false);
  });
});
