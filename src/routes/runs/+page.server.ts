import { runIds, runOf } from '../runs.server.ts';
import type { PageServerLoad } from './$types';

/** What the shelf says of each run. */
export const load: PageServerLoad = () => ({
  runs: runIds().map((id) => {
    const { title, objective, last } = runOf(id);
    return { id, title, objective, last };
  })
});
