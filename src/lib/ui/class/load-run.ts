import { preloadData } from '$app/navigation';
import { resolve } from '$app/paths';
import { openRun, type RunData, type RunView } from '#lib/teaching/explain/index.ts';
import type { Predictions } from '../player/prediction.ts';

/** A run of the site, with what can be asked of it and the address of its own page. */
export interface LoadedRun {
  readonly run: RunView;
  readonly predictions: Predictions;
  readonly address: string;
}

/** Said where `loadRun` fails. */
export const UNLOADED = 'The run could not be loaded. Check the connection and try again.';

/** What the page of a run loads. */
interface RunPage {
  readonly run: RunData;
  readonly predictions: Predictions;
}

/** Loads a run from its own page. @throws {Error} where that cannot be reached */
export async function loadRun(scenario: string): Promise<LoadedRun> {
  const path = `${resolve('/runs/[scenario]', { scenario })}/`;
  const page = await preloadData(path);
  if (page.type !== 'loaded' || page.status !== 200) throw new Error(UNLOADED);
  const { run, predictions } = page.data as unknown as RunPage;
  return { run: openRun(run), predictions, address: new URL(path, location.href).href };
}
