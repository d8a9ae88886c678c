import { describe, expect, it } from 'vitest';
import { words } from '#lib/allocator/trace/index.ts';
import { openForQuestions, type OpenRun } from '#lib/teaching/predict/question.ts';
import { templates } from '#lib/teaching/predict/index.ts';
import { runText } from '../../kit.ts';

const open = (policy: string, jobs: string): OpenRun =>
  openForQuestions(
    runText(`
schema: 1
id: hand-made
cluster: { nodes: [{ name: node-a, allocatable: { nvidia.com/gpu: 2 } }] }
policy: ${policy}
jobs:
${jobs}`)
  );

const job = (name: string, arrival: number, service: number, gpus: number, more = ''): string =>
  `  - { name: ${name}, arrival: ${arrival}s, service: ${service}s, ${more}resources: { limits: { nvidia.com/gpu: ${gpus} } } }\n`;

/** The steps of a run in which a job gives its room back. */
const releasesOf = ({ trace }: OpenRun): number[] =>
  Array.from({ length: trace.last + 1 }, (_, step) => step).filter((step) =>
    trace.recordsOf(step).some((r) => words(r).event === 'release')
  );

describe('who starts next', () => {
  it('is asked with the queue, the order and what is free', () => {
    const run = open(
      '{ preset: textbook, order: priority, blocked: skip }',
      job('a', 0, 10, 1) +
        job('b', 0, 60, 1) +
        job('c', 1, 10, 1, 'priority: 5, ') +
        job('d', 2, 10, 2, 'priority: 9, ')
    );
    const question = templates.next.ask(run, releasesOf(run)[0]!)!;
    expect(question.stem).toBe(
      'Job a is done at 0:10 and gives 1 GPU back on node-a. Now node-a has 1 of 2 GPUs free. ' +
        'In the queue, job c has asked for 1 GPU with priority 5 since 0:01 and job d has asked for 2 GPUs with priority 9 since 0:02. ' +
        'The order is higher priority first; a job that does not fit is passed over. Who is allocated next?'
    );
    expect(question.key.answer).toBe('c');
    expect(question.wrong).toContainEqual({
      misconception: 'ignores-fit',
      answer: 'd',
      numbers:
        'Job d has asked for 2 GPUs with priority 9 since 0:02, and node-a has 1 of 2 GPUs free; job c has asked for 1 GPU with priority 5 since 0:01.'
    });
  });

  it('has no option for another priority where the order goes by estimates', () => {
    const run = open(
      '{ preset: textbook, order: shortest-first, blocked: skip }',
      job('a', 0, 10, 1) +
        job('b', 0, 60, 1) +
        job('c', 1, 30, 1) +
        job('d', 2, 20, 1) +
        job('e', 3, 25, 1, 'priority: 9, ')
    );
    const question = templates.next.ask(run, releasesOf(run)[0]!)!;
    expect(question.key.answer).toBe('d');
    expect(question.wrong.find(({ misconception }) => misconception === 'ignores-fit')!.answer).toBe('d');
  });

  it('calls nobody the largest where all ask for the same', () => {
    const run = open(
      '{ preset: textbook, blocked: skip }',
      job('a', 0, 10, 1) + job('b', 0, 60, 1) + job('c', 1, 10, 1) + job('d', 2, 10, 1)
    );
    const beliefs = templates.next.ask(run, releasesOf(run)[0]!)!.wrong.map(({ misconception }) => misconception);
    expect(beliefs).toContain('newest-first');
    expect(beliefs).not.toContain('smallest-first');
    expect(beliefs).not.toContain('largest-first');
  });

  it('is not asked before all that ends at a tick has ended', () => {
    const run = open(
      '{ preset: textbook, blocked: skip }',
      job('a', 0, 10, 1) + job('b', 0, 10, 1) + job('c', 1, 10, 2) + job('d', 2, 10, 1)
    );
    const [first, second] = releasesOf(run);
    expect(templates.next.ask(run, first!)).toBeUndefined();
    expect(templates.next.ask(run, second!)!.key.answer).toBe('c');
  });
});

describe('when a job starts', () => {
  const jobs = job('a', 0, 10, 2) + job('b', 1, 10, 2, 'priority: 1, ') + job('c', 2, 10, 2, 'priority: 2, ');
  const asked = (run: OpenRun): number[] =>
    Array.from({ length: run.trace.last }, (_, step) => step).filter((s) => templates.start.ask(run, s) !== undefined);

  it('is asked where first come is first served', () => {
    expect(asked(open('{ preset: textbook }', jobs)).length).toBeGreaterThan(0);
  });

  it('tells of one that is checked again when it came', () => {
    const run = open('{ preset: textbook }', jobs);
    const stems = asked(run).map((step) => templates.start.ask(run, step)!.stem);
    expect(stems.find((stem) => stem.startsWith('At 0:10 job c'))).toContain(
      'job c, which came at 0:02, asks again for'
    );
    expect(stems.find((stem) => stem.startsWith('At 0:02 job c'))).toContain('job c asks for');
  });

  it('is worked out from one change of room to the next', () => {
    const run = open('{ preset: textbook }', job('a', 0, 10, 2) + job('b', 1, 10, 2) + job('c', 2, 10, 2));
    const last = asked(run).at(-1)!;
    expect(templates.start.ask(run, last)!.solution.map((line) => line.replace(/: Job.*/, ''))).toEqual([
      'At 0:20 b gives its room back.',
      'At 0:20'
    ]);
    const first = asked(run).find((step) => templates.start.ask(run, step)!.key.answer === 'At 0:20')!;
    expect(templates.start.ask(run, first)!.solution.map((line) => line.replace(/: Job.*/, ''))).toEqual([
      'At 0:10 a gives its room back.',
      'At 0:10 b gets its room.',
      'At 0:20 b gives its room back.',
      'At 0:20'
    ]);
  });

  it('is not asked where the order goes by more than the stem tells', () => {
    expect(asked(open('{ preset: textbook, order: priority }', jobs))).toEqual([]);
  });
});
