import { describe, expect, it } from 'vitest';
import { openRun, runData, viewRun } from '#lib/teaching/explain/index.ts';
import { runText, viewContent } from '../../kit.ts';

describe('the view of one-gpu', () => {
  const view = viewContent('one-gpu');

  it('has six rows that end with the second job allocated', () => {
    const rows = Array.from({ length: view.last }, (_, i) => view.at(i + 1).row!);
    expect(rows.map((r) => [r.action, r.condition, r.result])).toEqual([
      ['Request first', 'Is there room for 1 GPU?', 'Yes'],
      ['Allocate first', 'Room for 1 GPU', 'allocated'],
      ['Run first', 'Resources and image are there', 'running'],
      ['Release first', 'Its work is done', 'released'],
      ['Request second', 'Is there room for 1 GPU?', 'Yes'],
      ['Allocate second', 'Room for 1 GPU', 'allocated']
    ]);
  });

  it('shows the availability 1, 1, 0, 0, 1, 1, 0', () => {
    expect(view.tracker[0]).toEqual({ label: 'GPU free', values: ['1', '1', '0', '0', '1', '1', '0'] });
  });

  it('keeps a row for each job, the first completed while the second is requested', () => {
    expect(view.tracker.slice(1)).toEqual([
      {
        label: 'first',
        values: ['none', 'requested', 'allocated', 'running', 'completed', 'completed', 'completed']
      },
      { label: 'second', values: ['none', 'none', 'none', 'none', 'none', 'requested', 'allocated'] }
    ]);
  });

  it('starts every row where the one before it ended', () => {
    for (let step = 2; step <= view.last; step++) expect(view.at(step).row!.before).toBe(view.at(step - 1).row!.after);
  });

  it('marks as changed what a step changes and nothing else', () => {
    expect(view.at(1).row!.changes).toEqual([]);
    expect(view.at(2).row!.changes).toEqual([{ label: 'GPU free', from: '1', to: '0' }]);
    expect(view.at(3).row!.changes).toEqual([]);
    expect(view.at(4).row!.changes).toEqual([{ label: 'GPU free', from: '0', to: '1' }]);
  });

  it('calls the checks decisions to predict, and no other step', () => {
    expect(Array.from({ length: view.last + 1 }, (_, s) => view.at(s).decision)).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
      false
    ]);
  });
});

describe('the view of one-gpu-busy', () => {
  const view = viewContent('one-gpu-busy');

  it('says who waits and why, with the numbers', () => {
    expect(view.at(5).sentence).toBe('Job b waits: it asks for 1 GPU, node-a has 0 free.');
  });

  it('takes the No branch: check, wait, release, check again, allocate', () => {
    const boxes = Array.from({ length: view.last }, (_, i) => view.at(i + 1).strip.find((b) => b.current)?.id);
    expect(boxes).toEqual([
      'check',
      'allocate',
      'run',
      'check',
      'wait',
      'release',
      'check',
      'allocate',
      'run',
      'release'
    ]);
  });

  it('shows in the strip which job is where', () => {
    const at5 = view.at(5).strip.filter((box) => box.jobs.length > 0);
    expect(at5.map((box) => [box.id, box.jobs])).toEqual([
      ['run', ['a']],
      ['wait', ['b']]
    ]);
  });

  it('lists a board line for each job that has joined', () => {
    expect(view.at(3).board.map((r) => r.job)).toEqual(['a']);
    expect(view.at(5).board).toMatchObject([
      { job: 'a', status: 'running', since: '0:00', where: 'node-a', changed: false },
      { job: 'b', status: 'waiting', since: '0:04', where: 'node-a has 0 free', changed: true }
    ]);
  });

  it('gives every guard of a check in order, with the first that holds last of those asked', () => {
    const why = view.at(5).why!;
    expect(why.guards.map((g) => g.guard)).toEqual([
      'invalid',
      'overQuota',
      'heldByQuota',
      'neverFits',
      'fits',
      'canPreempt',
      'canScaleUp',
      'mustQueue'
    ]);
    expect(why.guards.filter((g) => g.holds).map((g) => g.guard)).toEqual(['mustQueue']);
    expect(why.guards.find((g) => g.guard === 'fits')!.numbers).toBe('it asks for 1 GPU, node-a has 0 free');
    const allocated = view.at(8).why!.guards;
    expect(allocated.filter((g) => g.asked).map((g) => g.guard)).toEqual([
      'invalid',
      'overQuota',
      'heldByQuota',
      'neverFits',
      'fits'
    ]);
  });

  it('names every rejected node with the numbers compared, and the scheduler’s own words', () => {
    const why = view.at(5).why!;
    expect(why.nodes).toEqual([{ node: 'node-a', fits: false, chosen: false, reason: 'asks 1 GPU, 0 of 1 free' }]);
    expect(why.real[0]!.text).toContain('0/1 nodes are available: 1 Insufficient nvidia.com/gpu.');
  });
});

describe('run data', () => {
  it('opens to the same view that it was made from', () => {
    const view = viewContent('one-gpu-busy');
    const opened = openRun(JSON.parse(JSON.stringify(runData(view))) as ReturnType<typeof runData>);
    for (let step = 0; step <= view.last; step++)
      expect(opened.at(step)).toEqual(JSON.parse(JSON.stringify(view.at(step))));
    expect(() => opened.at(view.last + 1)).toThrow(RangeError);
  });
});

describe('sentences of other ends', () => {
  const cluster = 'cluster: { nodes: [ { name: node-a, allocatable: { nvidia.com/gpu: 2 } } ] }';

  it('say that a job too large for any node is rejected, with the largest there is', () => {
    const view = viewRun(
      runText(`{ schema: 1, id: x, ${cluster}, jobs: [ { name: big, resources: { limits: { nvidia.com/gpu: 3 } } } ] }`)
    );
    expect(view.at(2).sentence).toBe(
      'Job big is rejected: it asks for 3 GPUs, and no node has more than 2 GPUs even when empty.'
    );
  });

  it('say that enough is free in all and too little on each node', () => {
    const view = viewRun(
      runText(`{ schema: 1, id: x, policy: { neverFits: wait },
        cluster: { nodes: [ { name: node, count: 2, allocatable: { nvidia.com/gpu: 1 } } ] },
        jobs: [ { name: wide, resources: { limits: { nvidia.com/gpu: 2 } } } ] }`)
    );
    expect(view.at(2).sentence).toContain('2 GPUs free in all, but at most 1 GPU on one node');
  });
});
