import type { RunData } from '#lib/teaching/explain/index.ts';
import { firstQuestion } from '#lib/ui/home/question.ts';
import { seenMessages } from '#lib/ui/home/messages.ts';
import { contentOf } from './content.server.ts';
import { runIds, runOf } from './runs.server.ts';
import type { PageServerLoad } from './$types';

const firstRun = 'one-gpu-busy';

/** The question, and the two steps around its decision; the whole run stays on its own page. The doors; the messages. */
export const load: PageServerLoad = async () => {
  const run = runOf(firstRun);
  const question = firstQuestion(run);
  const [before, after] = run.steps.slice(question.before, question.before + 2);
  if (before === undefined || after === undefined) throw new Error(`Cannot show run "${firstRun}": it ends too early`);
  const runs = runIds().map(runOf);
  return {
    run: run.id,
    question,
    before,
    after,
    harder: longerThan(run, runs),
    doors: await doors(),
    messages: seenMessages(runs)
  };
};

/** The id of the shortest run that takes more steps: what to try after this one. */
function longerThan({ last }: RunData, runs: readonly RunData[]): string | undefined {
  const longer = runs.filter((run) => run.last > last);
  return longer.sort((a, b) => a.last - b.last)[0]?.id;
}

/** What the three doors lead to. Throws if there is no lesson. */
async function doors() {
  const { lessons, interview } = await contentOf();
  const [first] = lessons;
  if (first === undefined) throw new Error('Cannot open the door to the lessons: there is none');
  return {
    first: { slug: first.slug, title: first.title },
    lessons: lessons.length,
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    aloud: interview.prompts.reduce((sum, { stages }) => sum + stages.length, 0)
  };
}
