/** The log of marks. Loaded when the first is given, or for the list of prompts once it is on the screen. */
import { drillEntry, type DrillMark } from '#lib/teaching/progress/index.ts';
import { browserProgress } from '../quiz/progress.svelte.ts';

/** Adds a mark to the log, and says whether it outlasts the page. `at` is in milliseconds since 1970. */
export async function keepMark(mark: DrillMark, at: number): Promise<boolean> {
  const progress = browserProgress();
  await progress.add(drillEntry(mark, at));
  return progress.kept;
}
