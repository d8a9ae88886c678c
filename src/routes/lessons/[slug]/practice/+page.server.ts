import type { Block, Question } from '#lib/teaching/content/index.ts';
import type { QuizData } from '#lib/ui/quiz/quiz-data.ts';
import { contentOf, itemsOf, lessonEntries, lessonOf } from '../../../content.server.ts';
import { newKinds } from '../../../quiz/new-kinds.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = lessonEntries;

/** Practice: the lesson's items, and its questions without the text around them. */
export const load: PageServerLoad = async ({ params }) => {
  const lesson = await lessonOf(params.slug);
  const { opening, sections, quiz } = lesson;
  const blocks = [...opening, ...sections.flatMap((section) => section.blocks)];
  return { questions: [...blocks.flatMap(asked), ...quiz], practice: await practiceOf(lesson) };
};

const asked = (block: Block): Question[] => (block.kind === 'predict' ? [block.question] : []);

async function practiceOf(lesson: Awaited<ReturnType<typeof lessonOf>>): Promise<QuizData> {
  const { items, objectives } = await itemsOf(lesson);
  const { sources, runs } = await contentOf();
  return {
    items,
    objectives,
    sources: Object.fromEntries(sources.map(({ id, title }) => [id, title])),
    runs: Object.fromEntries(
      runs.ids.flatMap((id) => {
        const run = runs.get(id);
        return typeof run === 'string' ? [] : [[id, run.view.title]];
      })
    ),
    newKinds
  };
}
