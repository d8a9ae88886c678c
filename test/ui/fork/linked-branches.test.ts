import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { branchOff, makeHere, type Intervention } from '#lib/teaching/fork/index.ts';
import { pack } from '#lib/teaching/share/index.ts';
import { browserCodec } from '#lib/ui/fork/codec.ts';
import { linkBranch, readBranches } from '#lib/ui/fork/linked-branches.ts';
import { viewContent } from '../../kit.ts';

const source = readFileSync('content/scenarios/one-gpu-busy.yaml', 'utf8');
const base = viewContent('one-gpu-busy');
const lost: Intervention = { step: 3, node: 'node-a', is: 'lost' };

const part = async (intervention: unknown): Promise<string> =>
  `b=${await pack(JSON.stringify(intervention), browserCodec)}`;
const read = async (...parts: string[]) => readBranches(`#${parts.join('&')}`, source, base, []);

describe('readBranches()', () => {
  it('makes the branch again that a link was made from', async () => {
    const { branch, packed } = await linkBranch(await branchOff(source, base, lost, makeHere));
    const { branches, troubles } = await read(`b=${packed ?? ''}`);
    expect(troubles).toEqual([]);
    expect(branches.map((one) => [one.branch.label, one.branch.source])).toEqual([[branch.label, branch.source]]);
  });

  it('leaves out what is damaged or newer, says so, and keeps the others', async () => {
    const good = await part(lost);
    const { branches, troubles } = await read(good.slice(0, -1), good, good.replace('b=1.', 'b=2.'));
    expect(branches).toHaveLength(1);
    expect(troubles).toEqual([expect.stringContaining('incomplete'), expect.stringContaining('newer version')]);
  });

  it.each([
    ['a node that is not there', { step: 3, node: 'node-z', is: 'lost' }],
    ['what is no change', { step: 3 }],
    ['nothing', null]
  ])('says why it leaves out a change of %s', async (_, intervention) => {
    const { branches, troubles } = await read(await part(intervention));
    expect(branches).toEqual([]);
    expect(troubles).toEqual([expect.stringContaining('cannot be run and is left out: ')]);
  });

  it('shows no more than four', async () => {
    const five = await Promise.all([0, 1, 2, 3, 4].map((step) => part({ ...lost, step })));
    const { branches, troubles } = await read(...five);
    expect(branches).toHaveLength(4);
    expect(troubles).toEqual(['This link has 5 changes; the first 4 are shown.']);
  });

  it('runs no branch twice', async () => {
    const { branches } = await read(await part(lost));
    const again = await readBranches(`#${await part(lost)}`, source, base, branches);
    expect(again.branches[0]).toBe(branches[0]);
  });
});
