import type { Manner, Measured, Source } from '#lib/allocator/worker/index.ts';
import type { MeasureOptions } from './bench.svelte.ts';

/**
 * Counts a scenario's run off the main thread. The worker's client is loaded with the first run.
 *
 * @throws {Error} saying what is wrong with the scenario or the worker; the signal's reason when it was aborted
 */
export async function countInWorker(
  source: Source,
  { signal, onProgress }: MeasureOptions,
  manner: Manner = {}
): Promise<Measured> {
  const { startCount } = await import('#lib/allocator/worker/browser.ts');
  const answer = await startCount(source, { ...manner, signal, onProgress });
  if (answer.ok) return answer.value;
  signal.throwIfAborted();
  throw new Error(answer.why === 'problems' ? answer.problems.map(({ message }) => message).join('; ') : answer.why);
}
