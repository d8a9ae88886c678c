import { contentOf } from '../content.server.ts';
import type { PageServerLoad } from './$types';

/** What is often taught wrong, each with its sources and the title of the run that shows it. */
export const load: PageServerLoad = async () => {
  const { corrections, sources, runs } = await contentOf();
  return {
    corrections: corrections.map(({ run, sources: ids, ...correction }) => {
      const shelved = run === undefined ? undefined : runs.get(run);
      return {
        ...correction,
        sources: ids.flatMap((id) => sources.find((source) => source.id === id) ?? []),
        run:
          shelved === undefined || typeof shelved === 'string'
            ? undefined
            : { id: shelved.id, title: shelved.view.title }
      };
    })
  };
};
