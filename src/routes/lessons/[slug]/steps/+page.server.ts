import { runData } from '#lib/teaching/explain/index.ts';
import { contentOf, lessonEntries, lessonOf } from '../../../content.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = lessonEntries;

/** Steps: the lesson's own run, whole, and the names of the others it shows. */
export const load: PageServerLoad = async ({ params }) => {
  const { runs } = await contentOf();
  const [own, ...others] = (await lessonOf(params.slug)).runs.flatMap((id) => {
    const run = runs.get(id);
    return typeof run === 'string' ? [] : [run.view];
  });
  if (own === undefined) throw new Error(`Lesson "${params.slug}" has no run`);
  return { run: runData(own), others: others.map(({ id, title }) => ({ id, title })) };
};
