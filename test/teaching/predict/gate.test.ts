import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { words } from '#lib/allocator/trace/index.ts';
import { questionAt } from '#lib/teaching/predict/index.ts';
import { runContent, runText } from '../../kit.ts';

const shelf = readdirSync('content/scenarios').map((file) => file.replace(/\.yaml$/, ''));

const busy = runContent('one-gpu-busy');
const stepOf = (event: string, job: number): number => {
  for (let step = 1; step <= busy.trace.last; step++)
    if (busy.trace.recordsOf(step).some((r) => r.subject === job && words(r).event === event)) return step;
  throw new Error(`no ${event} of job ${job}`);
};

describe('questionAt()', () => {
  it('asks what becomes of the job that was just checked', () => {
    const question = questionAt(busy, stepOf('check', 1))!;
    expect(question.stem).toContain('job b asks for 1 GPU');
    expect(question.options.find((o) => o.key)!.rationale).toContain('Job b waits');
  });

  it('says why of every option', () => {
    const question = questionAt(busy, stepOf('check', 1))!;
    expect(question.options.length).toBeGreaterThanOrEqual(3);
    for (const { rationale } of question.options) expect(rationale).toMatch(/\.$/);
  });

  it('has nothing to ask at a step that checks nothing', () => {
    expect(questionAt(busy, 0)).toBeUndefined();
    expect(questionAt(busy, stepOf('start', 0))).toBeUndefined();
  });

  it('goes by the run, its seed and the step', () => {
    const step = stepOf('check', 1);
    expect(questionAt(busy, step)!.id).toMatch(new RegExp(`^[a-z]+@1/[0-9a-f]{8}/1/${step}$`));
    expect(questionAt(busy, step)).toEqual(questionAt(runContent('one-gpu-busy'), step));
  });

  it('asks who is stopped where somebody could be', () => {
    const run = runText(`
schema: 1
id: two-priorities
cluster: { nodes: [{ name: node-a, allocatable: { nvidia.com/gpu: 2 } }] }
policy: { preset: kubernetes }
jobs:
  - { name: low, service: 10m, resources: { limits: { nvidia.com/gpu: 1 } } }
  - { name: mid, service: 10m, priority: 5, resources: { limits: { nvidia.com/gpu: 1 } } }
  - { name: high, arrival: 1m, priority: 9, resources: { limits: { nvidia.com/gpu: 1 } } }
`);
    const step = Array.from({ length: run.trace.last }, (_, s) => s).find((s) => run.evidenceAt(s)?.job === 'high')!;
    const question = questionAt(run, step)!;
    expect(question.template).toBe('victim');
    expect(question.options.find((o) => o.key)!.text).toBe('low');
  });

  it.each(shelf)('has a question for every check of the scenario %s', (id) => {
    const run = runContent(id);
    for (let step = 1; step < Math.min(run.trace.last, 60); step++) {
      if (run.evidenceAt(step) === undefined) continue;
      const question = questionAt(run, step);
      expect(question?.options.filter((o) => o.key).length, `step ${step}`).toBe(1);
    }
  });
});
