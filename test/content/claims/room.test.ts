import { describe, expect, it } from 'vitest';
import { lastMessage, tellContent } from '../run.ts';

describe('room on a node', () => {
  it('fragmentation: two GPUs are free, one on each node, and pair waits for one node with two', () => {
    const told = tellContent('fragmentation');
    expect([told.at('GPU free on node-a', 6), told.at('GPU free on node-b', 6)]).toEqual(['1', '1']);
    expect(told.starts['pair']).toBe(11);
  });

  it('spread-leaves-no-node and pack-leaves-a-node: the same jobs, 18 seconds of waiting apart', () => {
    expect(tellContent('spread-leaves-no-node').starts).toEqual({ a: 0, b: 1, big: 20 });
    expect(tellContent('pack-leaves-a-node').starts).toEqual({ a: 0, b: 1, big: 2 });
  });

  it('cpus-free-in-all: three CPUs on each of four nodes', () => {
    const told = tellContent('cpus-free-in-all');
    expect([1, 2, 3, 4].map((n) => told.at(`CPU free on node-${n}`, 10))).toEqual(['3', '3', '3', '3']);
    expect(lastMessage(told, 'eight')).toContain('0/4 nodes are available: 4 Insufficient cpu.');
  });

  it('booked-not-used: what idle books keeps next out until it ends', () => {
    const { starts, ends } = tellContent('booked-not-used');
    expect([starts['next'], ends['idle']]).toEqual([30, 30]);
  });

  it('taint-keeps-out: the free GPU is for the job with the toleration', () => {
    const told = tellContent('taint-keeps-out');
    expect(told.starts).toEqual({ plain: undefined, tolerant: 5 });
    expect(lastMessage(told, 'plain')).toContain('1 node(s) had untolerated taint {gpu: only}');
  });

  it('selector-narrows: a free GPU with the wrong label is of no use', () => {
    const told = tellContent('selector-narrows');
    expect([told.at('GPU free on t4-node', 5), told.at('picky', 5), told.starts['picky']]).toEqual([
      '1',
      'waiting',
      15
    ]);
  });
});

describe('GPUs, whole and shared', () => {
  it('gpu-exclusive: four services run one after another', () => {
    expect(Object.values(tellContent('gpu-exclusive').starts)).toEqual([0, 10, 20, 30]);
  });

  it('gpu-time-slicing: one card is offered as four, and all four run at once', () => {
    const told = tellContent('gpu-time-slicing');
    expect(told.lines[0]).toContain('4 GPUs free');
    expect(Object.values(told.starts)).toEqual([0, 0, 0, 0]);
  });

  it('gpu-mps: two shares are booked for greedy, and it is turned away as it starts', () => {
    const { starts, ends, finished } = tellContent('gpu-mps');
    expect([starts['greedy'], ends['greedy'], finished['greedy']]).toEqual([1, 1, 'failed']);
  });

  it('gpu-mig: half a card is free, and a small slice never finds a place', () => {
    const told = tellContent('gpu-mig');
    expect([told.at('MIG 3g.20gb free', 5), told.at('small', 5), told.starts['small']]).toEqual([
      '1',
      'waiting',
      undefined
    ]);
  });
});

describe('growing and shrinking', () => {
  it('scale-up: asked for at the scan of 0:10, there 90 seconds later', () => {
    expect(tellContent('scale-up').starts['train']).toBe(100);
  });

  it('scale-up-too-slow: a release comes before the node', () => {
    const told = tellContent('scale-up-too-slow');
    expect([told.starts['train'], told.ends['train']]).toEqual([60, 80]);
    expect(told.lines.at(-1)).toBe('1:40 Node new-1 is ready.');
  });

  it('scale-up-refused: the node never comes, and train waits for the release', () => {
    const told = tellContent('scale-up-refused');
    expect(told.lines).toContain('1:40 The provider has no new-1 to give.');
    expect(told.starts['train']).toBe(180);
  });

  it('scale-up-cannot-help: no node is asked for that would not hold the job', () => {
    const told = tellContent('scale-up-cannot-help');
    expect(told.starts).toEqual({ pair: undefined, single: 5 });
    expect(told.lines.join()).not.toContain('autoscaler asks');
  });

  it('scale-down: the node goes ten minutes after the scan that found it idle', () => {
    const told = tellContent('scale-down');
    expect(told.ends['train']).toBe(160);
    expect(told.lines).toContain('12:50 Node new-1 is gone, and nothing ran on it.');
  });

  it('hpa-up-and-down: 6 of 4 at 90 % for 60 %, and 1 only five minutes after the load fell', () => {
    const told = tellContent('hpa-up-and-down');
    const changes = told.lines.filter((line) => line.includes('HPA'));
    expect(changes).toHaveLength(2);
    expect(changes[0]).toContain('1:00 The HPA sets serve to 6 replicas');
    expect(changes[1]).toMatch(/^6:45 The HPA sets serve to 1 replica/);
  });

  it('hpa-tolerance: 64 % for 60 % moves nothing, 67 % does', () => {
    const { starts, lines } = tellContent('hpa-tolerance');
    expect(starts['serve-6']).toBe(120);
    expect(lines.filter((line) => line.includes('HPA'))).toHaveLength(1);
  });

  it('hpa-short-dip: nothing in the dip, and three replicas go when the fall at 6:00 has lasted', () => {
    const told = tellContent('hpa-short-dip');
    const changes = told.lines.filter((line) => line.includes('HPA'));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatch(/^10:45 The HPA sets serve to 1 replica/);
  });
});
