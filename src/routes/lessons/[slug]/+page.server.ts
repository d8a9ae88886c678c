import { clipOf } from '#lib/teaching/content/index.ts';
import { contentOf, lessonEntries, lessonOf } from '../../content.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = lessonEntries;

/** Explain: the lesson's text with its runs and questions, and beside it its own run with the key moments. */
export const load: PageServerLoad = async ({ params }) => {
  const { opening, sections, quiz, snapshot, deep, runs } = await lessonOf(params.slug);
  const run = (await contentOf()).runs.get(runs[0] ?? '');
  if (typeof run === 'string') throw new Error(run);
  return {
    opening,
    sections,
    quiz,
    snapshot,
    deep,
    run: clipOf(run, 0, run.view.last),
    keyMoments: run.view.keyMoments
  };
};
