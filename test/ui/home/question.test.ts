import { describe, expect, it } from 'vitest';
import { firstQuestion } from '#lib/ui/home/question.ts';
import { oneGpuBusy } from '../fixtures/one-gpu-busy.ts';

const { stem, before, answers } = firstQuestion(oneGpuBusy);

describe('firstQuestion()', () => {
  it('asks right before the step at which a job has to wait', () => {
    expect(oneGpuBusy.steps[before + 1]?.sentence).toMatch(/^Job b waits/);
  });

  it('names the jobs of the run', () => {
    expect(stem).toBe('Job a holds the only GPU. Job b, of equal priority, asks for one. What happens to b?');
  });

  it('takes the right answer from the guard that held', () => {
    expect(answers.map(({ id, right }) => [id, right])).toEqual([
      ['waits', true],
      ['takes', false],
      ['refused', false]
    ]);
  });

  it('explains each answer with the numbers of the run', () => {
    const [waits, takes, refused] = answers.map(({ explanation }) => explanation);
    expect(waits).toBe('Job b waits: it asks for 1 GPU, node-a has 0 free.');
    expect(takes).toBe(`Priority 0, a has 0. ${waits}`);
    expect(refused).toBe(`Asks 1 GPU, node-a offers 1. ${waits}`);
  });

  it('refuses a run in which no job waits while another runs', () => {
    const calm = { ...oneGpuBusy, id: 'calm', steps: oneGpuBusy.steps.slice(0, before + 1) };
    expect(() => firstQuestion(calm)).toThrow('Cannot ask the first question of run "calm"');
  });
});
