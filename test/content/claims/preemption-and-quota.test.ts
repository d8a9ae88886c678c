import { describe, expect, it } from 'vitest';
import { lastMessage, tellContent } from '../run.ts';

describe('preemption', () => {
  it('preempt-restarts: train runs from 0 to 15 for nothing, and 40 seconds afterwards', () => {
    const { starts, ends } = tellContent('preempt-restarts');
    expect([starts['urgent'], ends['urgent'], ends['train']]).toEqual([15, 25, 25 + 40]);
  });

  it('preempt-checkpoint: the checkpoint saves 10 of those seconds', () => {
    expect(tellContent('preempt-checkpoint').ends['train']).toBe(25 + 30);
  });

  it('nominated-node: told at 10, stopped at 40, and the GPU is kept for urgent', () => {
    const told = tellContent('nominated-node');
    expect([told.starts['urgent'], told.starts['hopeful']]).toEqual([40, 60]);
    expect([told.at('train', 39), told.at('hopeful', 39)]).toEqual(['running', 'waiting']);
  });

  it('preempt-not-helpful: stopping low would free the wrong node, and equal is no victim', () => {
    const told = tellContent('preempt-not-helpful');
    expect(told.run.counts.preemptions).toBe(0);
    expect(told.starts['urgent']).toBe(20);
    expect(lastMessage(told, 'urgent')).toContain(
      '1 No preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.'
    );
  });

  it('priority-without-preemption: polite goes before early, and stops nobody', () => {
    const told = tellContent('priority-without-preemption');
    expect(told.run.counts.preemptions).toBe(0);
    expect(told.starts).toEqual({ running: 0, early: 30, polite: 20 });
  });
});

describe('quota', () => {
  it('quota-rejects: two GPUs are free, and third is forbidden, not queued', () => {
    const told = tellContent('quota-rejects');
    expect([told.at('GPU free', 5), told.finished['third']]).toEqual(['2', 'rejected']);
    expect(told.lines.join()).toContain('pods "third" is forbidden: exceeded quota');
  });

  it('quota-holds: third is held, and starts when its team gives back', () => {
    const told = tellContent('quota-holds');
    expect([told.at('GPU free', 5), told.at('third', 5), told.starts['third']]).toEqual(['2', 'waiting', 20]);
  });

  it('quota-borrowed: one GPU may be borrowed, a second not, though it is free', () => {
    const told = tellContent('quota-borrowed');
    expect([told.starts['borrowed'], told.at('GPU free', 4), told.at('too-much', 4)]).toEqual([2, '1', 'waiting']);
  });

  it('quota-reclaimed: the borrower is stopped, the rest of its team is not', () => {
    const told = tellContent('quota-reclaimed');
    expect([told.starts['back'], told.ends['own']]).toEqual([15, 60]);
    expect(told.at('borrowed', 20)).toBe('waiting');
  });
});
