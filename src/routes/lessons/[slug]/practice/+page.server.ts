import type { Block, Question } from '#lib/teaching/content/index.ts';
import { lessonEntries, lessonOf } from '../../../content.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = lessonEntries;

/** Practice: every question of the lesson, without the text around it. */
export const load: PageServerLoad = async ({ params }) => {
  const { opening, sections, quiz } = await lessonOf(params.slug);
  return { questions: [...[opening, ...sections.map(({ blocks }) => blocks)].flatMap(asked), ...quiz] };
};

const asked = (blocks: readonly Block[]): Question[] =>
  blocks.flatMap((block) => (block.kind === 'predict' ? [block.question] : []));
