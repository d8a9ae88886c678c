import { describe, expect, it } from 'vitest';
import type { RunData } from '#lib/teaching/explain/index.ts';
import { seenMessages } from '#lib/ui/home/messages.ts';
import { oneGpuBusy } from '../fixtures/one-gpu-busy.ts';

/** A run of which each step has the messages given. */
function runWith(id: string, ...texts: (readonly string[])[]): RunData {
  const [step] = oneGpuBusy.steps;
  if (step === undefined) throw new Error('the fixture has no step');
  const why = (real: readonly string[]) => ({
    question: '',
    answer: '',
    guards: [],
    nodes: [],
    facts: [],
    real: real.map((text) => ({ system: 'squeue' as const, text }))
  });
  const steps = texts.map((real, n) => ({ ...step, step: n, why: why(real) }));
  return { ...oneGpuBusy, id, title: `Run ${id}`, last: texts.length - 1, steps };
}

describe('seenMessages()', () => {
  it('links a message to the first step that has it', () => {
    expect(seenMessages([runWith('a', [], ['(Resources)'], ['(Resources)'])])).toEqual([
      { system: 'squeue', text: '(Resources)', run: 'a', title: 'Run a', step: 1 }
    ]);
  });

  it('takes messages that differ in numbers alone for one, from the shortest run', () => {
    const seen = seenMessages([
      runWith('long', [], [], ['2 Insufficient cpu']),
      runWith('short', ['1 Insufficient cpu'])
    ]);
    expect(seen.map(({ run, text }) => [run, text])).toEqual([['short', '1 Insufficient cpu']]);
  });

  it('puts the messages of the most runs first', () => {
    const seen = seenMessages([
      runWith('a', ['rare'], ['rare'], ['rare']),
      runWith('b', ['common']),
      runWith('c', ['common'])
    ]);
    expect(seen.map(({ text }) => text)).toEqual(['common', 'rare']);
  });
});
