import { contentOf } from '../../content.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
  (await contentOf()).interview.prompts.map(({ id }) => ({ prompt: id }));

/** The prompt, and what a plan or the list of all goes on with. */
export const load: PageServerLoad = async ({ params }) => {
  const { prompts, plans } = (await contentOf()).interview;
  const prompt = prompts.find(({ id }) => id === params.prompt);
  if (prompt === undefined) throw new Error(`There is no prompt "${params.prompt}" in content/interview/prompts`);
  return {
    prompt,
    all: prompts.map(({ id, title }) => ({ id, title })),
    plans: plans.map(({ id, parts }) => ({ id, prompts: parts.flatMap((part) => part.prompts) }))
  };
};
