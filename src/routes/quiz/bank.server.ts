/** The items of the content, read and checked once at build. */
import { formatProblems, readBank } from '#lib/teaching/content/index.ts';
import type { QuizData } from '#lib/ui/quiz/quiz-data.ts';
import { contentOf } from '../content.server.ts';
import { newKinds } from './new-kinds.server.ts';

const texts = import.meta.glob<string>('../../../content/**/items.yaml', {
  query: '?raw',
  import: 'default',
  eager: true
});
const objectives = import.meta.glob<string>('../../../content/objectives.yaml', {
  query: '?raw',
  import: 'default',
  eager: true
});

async function read(): Promise<QuizData> {
  const { sources, runs } = await contentOf();
  const bank = readBank({
    items: new Map(Object.entries(texts).map(([path, text]) => [path.slice('../../../'.length), text])),
    objectives: Object.values(objectives).join(''),
    sources: new Set(sources.map(({ id }) => id)),
    runs
  });
  if (bank.problems.length > 0) throw new Error(`The items have problems:\n${formatProblems(bank.problems)}`);
  const cited = new Set(bank.items.flatMap(({ source }) => source));
  return {
    items: bank.items,
    objectives: bank.objectives,
    sources: Object.fromEntries(sources.flatMap(({ id, title }) => (cited.has(id) ? [[id, title]] : []))),
    runs: Object.fromEntries(
      runs.ids.flatMap((id) => {
        const run = runs.get(id);
        return typeof run === 'string' ? [] : [[id, run.view.title]];
      })
    ),
    newKinds
  };
}

let made: Promise<QuizData> | undefined;

/** What the pages with questions show. Throws with every problem of every item file. */
export const quizData = (): Promise<QuizData> => (made ??= read());
