import { contentOf } from '../content.server.ts';
import type { PageServerLoad } from './$types';

/** How much there is that can be wrong, counted from the content itself. */
export const load: PageServerLoad = async () => {
  const { lessons, runs, terms, sources, corrections } = await contentOf();
  const steps = runs.ids.map((id) => runs.get(id)).map((run) => (typeof run === 'string' ? 0 : run.view.last));
  return {
    lessons: lessons.length,
    runs: runs.ids.length,
    steps: steps.reduce((sum, n) => sum + n, 0),
    terms: terms.length,
    sources: sources.length,
    corrections: corrections.length
  };
};
