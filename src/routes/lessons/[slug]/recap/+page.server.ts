import { contentOf, lessonEntries, lessonOf } from '../../../content.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = lessonEntries;

/** Recap: the lesson in ten lines, what to keep, the run in words, and the terms as cards. */
export const load: PageServerLoad = async ({ params }) => {
  const { terms, runs } = await contentOf();
  const lesson = await lessonOf(params.slug);
  const run = runs.get(lesson.runs[0] ?? '');
  if (typeof run === 'string') throw new Error(run);
  const lines = Array.from({ length: run.view.last + 1 }, (_, step) => run.view.at(step));
  return {
    snapshot: lesson.snapshot,
    cheat: lesson.cheat,
    run: { id: run.id, title: run.view.title },
    transcript: lines.map(({ step, clock, sentence }) => ({ step, clock, sentence })),
    cards: lesson.terms.flatMap((id) => terms.find((term) => term.id === id) ?? [])
  };
};
