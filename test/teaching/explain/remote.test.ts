import { describe, expect, it } from 'vitest';
import type { Run } from '#lib/allocator/trace/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import { runContent } from '../../kit.ts';

/** A run whose evidence has to be fetched first; `fail` has the next fetch fail. */
function remote(run: Run) {
  let there = false;
  let trouble: string | undefined;
  const shown = viewRun({
    trace: run.trace,
    remote: {
      has: () => there,
      fetch: () => {
        if (there) return undefined;
        if (trouble !== undefined) return Promise.reject(new Error(trouble));
        there = true;
        return Promise.resolve();
      }
    },
    evidenceAt: (step) => (there ? run.evidenceAt(step) : undefined),
    scalingAt: (step) => (there ? run.scalingAt(step) : undefined),
    pressureAt: (step) => (there ? run.pressureAt(step) : undefined)
  });
  return { shown, fail: (why: string | undefined) => (trouble = why) };
}

/** Every step of a run as it is shown. */
const all = (view: ReturnType<typeof viewRun>) => Array.from({ length: view.last + 1 }, (_, step) => view.at(step));

describe('a run whose evidence has to be fetched', () => {
  it.each(['one-gpu-busy', 'preempt-restarts', 'easy-backfill', 'scale-up'])(
    'is told in full once it is there: %s',
    async (id) => {
      const run = runContent(id);
      const { shown } = remote(run);
      await shown.fetch!(3);
      expect(all(shown)).toEqual(all(viewRun(run)));
      expect(shown.fetch!(3)).toBeUndefined();
    }
  );

  it('says until then what the records say, and of a check no result', () => {
    const { shown } = remote(runContent('one-gpu-busy'));
    expect(shown.at(4).row!.result).toBe('');
    expect(shown.at(5).sentence).toBe('Job b waits: nothing fits now.');
    expect(shown.at(5).why!.answer).toBe(
      'The run is gone through once more up to this step, to see what was compared.'
    );
  });

  it('gives no reason for victims that it does not know', async () => {
    const run = runContent('quota-reclaimed');
    const { shown } = remote(run);
    const takes = all(shown).findIndex(({ sentence }) => sentence.includes('may take the place of'));
    expect(shown.at(takes).sentence).not.toMatch(/, which (has|have|holds|hold) /);
    await shown.fetch!(takes);
    expect(shown.at(takes).sentence).toMatch(/, which holds borrowed quota/);
  });

  it('says why it cannot be had, until it can', async () => {
    const { shown, fail } = remote(runContent('one-gpu-busy'));
    fail('the worker could not be loaded');
    await shown.fetch!(4);
    expect(shown.at(4).why!.answer).toBe('What was compared could not be looked up: the worker could not be loaded.');
    fail(undefined);
    await shown.fetch!(4);
    expect(shown.at(4).why!.answer).toBe('No: it asks for 1 GPU, node-a has 0 free.');
  });
});
