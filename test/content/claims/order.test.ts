import { describe, expect, it } from 'vitest';
import { tellContent } from '../run.ts';

describe('who is next', () => {
  it('fifo-head-blocks: short would fit at 2 and starts at 20, behind wide', () => {
    const told = tellContent('fifo-head-blocks');
    expect(told.at('GPU free', 3)).toBe('2');
    expect(told.starts).toEqual({ first: 0, wide: 10, short: 20, long: 20 });
  });

  it('skip-starves-the-head: the small jobs start at once, and wide 13 seconds later than in line', () => {
    expect(tellContent('skip-starves-the-head').starts).toEqual({ first: 0, wide: 23, short: 2, long: 3 });
  });

  it('easy-backfill: short passes, long does not, and wide starts as early as in line', () => {
    expect(tellContent('easy-backfill').starts).toEqual({ first: 0, wide: 10, short: 2, long: 20 });
  });

  it('easy-delays-the-second: long does not delay second, and delays all by 13 seconds', () => {
    expect(tellContent('easy-delays-the-second').starts).toEqual({ first: 0, second: 10, all: 33, long: 3 });
  });

  it('conservative-backfill: nobody in line is delayed', () => {
    expect(tellContent('conservative-backfill').starts).toEqual({ first: 0, second: 10, all: 20, long: 30 });
  });

  it('shortest-first: the last to come is the first to go', () => {
    expect(tellContent('shortest-first').starts).toEqual({ first: 0, short: 4, mid: 6, long: 12 });
  });

  it('shortest-remaining: 2 against 7 left takes the GPU, 8 against 6 left does not', () => {
    const { ends, starts } = tellContent('shortest-remaining');
    expect([starts['short'], ends['long'], starts['longer']]).toEqual([3, 12, 12]);
  });

  it('round-robin: short ends after one turn of its own, long after two', () => {
    expect(tellContent('round-robin').ends).toEqual({ short: 7, long: 13 });
  });

  it('fair-share: the newcomer of the team that used nothing goes first', () => {
    expect(tellContent('fair-share').starts).toEqual({ 'busy-1': 0, 'new-1': 10, 'busy-2': 15, 'busy-3': 25 });
  });

  it('drf: three jobs of data and two of compute, two thirds of memory and of CPU', () => {
    const { starts } = tellContent('drf');
    const at0 = Object.keys(starts).filter((job) => starts[job] === 0);
    expect(at0).toEqual(['data-1', 'compute-1', 'data-2', 'compute-2', 'data-3']);
  });
});

describe('all or nothing', () => {
  it('gang-all-or-nothing: two free GPUs stay free, and the gang takes four', () => {
    const told = tellContent('gang-all-or-nothing');
    expect([told.at('GPU free on node-2', 9), told.starts['gang']]).toEqual(['2', 10]);
  });

  it('gang-deadlock: all four GPUs are held, nobody ever runs', () => {
    const told = tellContent('gang-deadlock');
    expect(told.at('GPU free', 10)).toBe('0');
    expect(['a-0', 'a-1', 'a-2', 'b-0', 'b-1', 'b-2'].map((pod) => told.at(pod, 10))).toEqual([
      'allocated',
      'allocated',
      'waiting',
      'allocated',
      'allocated',
      'waiting'
    ]);
    expect(told.lines.at(-1)).toContain('Nobody can go on');
  });

  it('gang-deadlock-cured: placed whole, one gang after the other', () => {
    expect(tellContent('gang-deadlock-cured').ends).toEqual({ other: 10, b: 20, a: 30 });
  });
});

describe('the same four jobs', () => {
  const startsUnder = (preset: string) => tellContent(`same-jobs-${preset}`).starts;

  it('wait in line as the textbook has it, the urgent one too', () => {
    expect(startsUnder('textbook')).toEqual({ small: 0, gang: 20, urgent: 30, late: 30 });
  });

  it('in Kubernetes let urgent preempt a pod of the gang, which then holds a GPU for nothing', () => {
    const told = tellContent('same-jobs-kubernetes');
    expect(told.starts['urgent']).toBe(2);
    expect([told.at('gang-0', 12), told.at('gang-1', 12)]).toEqual(['waiting', 'allocated']);
    expect([told.ends['gang-0'], told.ends['gang-1']]).toEqual([30, 30]);
  });

  it('under Kueue all pass the gang', () => {
    expect(startsUnder('kueue')).toEqual({ small: 0, urgent: 2, late: 12, gang: 42 });
  });

  it('in Slurm only urgent passes, which ends before the gang is to start', () => {
    expect(startsUnder('slurm')).toEqual({ small: 0, urgent: 2, gang: 20, late: 30 });
  });

  it('in Mesos do not heed the priority: urgent waits until its team holds less', () => {
    expect(startsUnder('mesos')).toEqual({ small: 0, 'gang-0': 1, urgent: 20, 'gang-1': 30, late: 40 });
  });
});
