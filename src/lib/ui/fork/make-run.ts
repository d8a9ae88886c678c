import { shownLimits } from '#lib/allocator/sim/index.ts';
import type { Signal } from '#lib/allocator/worker/index.ts';
import { makeHere, type MakeRun } from '#lib/teaching/fork/index.ts';

/**
 * Makes runs as `MakeRun` has it: here where that is quick, in the worker where it is not.
 *
 * @param signal gives up a run in the worker, which then rejects
 */
export const makeRun =
  (signal?: Signal): MakeRun =>
  async (source) => {
    const here = await makeHere(source);
    if (here.end !== 'limit') return here;
    // Few runs are so long.
    const { startRun } = await import('#lib/allocator/worker/browser.ts');
    const answer = await startRun(source, { limits: shownLimits, ...(signal === undefined ? {} : { signal }) });
    if (answer.ok) return answer.value.run;
    throw new Error(answer.why === 'failed' ? answer.message : `the run was ${answer.why}`);
  };
