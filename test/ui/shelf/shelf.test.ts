import { describe, expect, it } from 'vitest';
import { findRuns, type ShelfRun } from '#lib/ui/shelf/shelf.ts';

const run = (id: string, title: string): ShelfRun => ({
  id,
  title,
  objective: 'Say why.',
  look: 'Who waits?',
  level: 'easy',
  steps: 4
});
const gangs = { topic: 'All or nothing', runs: [run('deadlock', 'Four GPUs held'), run('whole', 'Four or none')] };
const quotas = { topic: 'Quotas', runs: [run('refused', 'Refused with GPUs free')] };
const ids = (query: string): string[][] => findRuns([gangs, quotas], query).map((t) => t.runs.map((r) => r.id));

describe('findRuns()', () => {
  it('gives everything for no words', () => {
    expect(findRuns([gangs, quotas], '  ')).toEqual([gangs, quotas]);
  });

  it('finds words in any order and any case', () => {
    expect(ids('HELD four')).toEqual([['deadlock']]);
  });

  it('asks for every word', () => {
    expect(ids('gpus')).toEqual([['deadlock'], ['refused']]);
    expect(ids('gpus refused')).toEqual([['refused']]);
  });

  it('finds all runs of a topic by its name', () => {
    expect(ids('nothing')).toEqual([['deadlock', 'whole']]);
  });

  it('leaves out topics without a run', () => {
    expect(ids('quotas')).toEqual([['refused']]);
    expect(ids('tennis')).toEqual([]);
  });
});
