import type { RunData } from '#lib/teaching/explain/index.ts';
import { firstQuestion } from '#lib/ui/home/question.ts';
import { runIds, runOf } from './runs.server.ts';
import type { PageServerLoad } from './$types';

const firstRun = 'one-gpu-busy';

/** The question, and the two steps around its decision; the whole run stays on its own page. */
export const load: PageServerLoad = () => {
  const run = runOf(firstRun);
  const question = firstQuestion(run);
  const [before, after] = run.steps.slice(question.before, question.before + 2);
  if (before === undefined || after === undefined) throw new Error(`Cannot show run "${firstRun}": it ends too early`);
  return { run: run.id, question, before, after, harder: longerThan(run) };
};

/** The id of the shortest run that takes more steps: what to try after this one. */
function longerThan({ last }: RunData): string | undefined {
  const longer = runIds()
    .map(runOf)
    .filter((run) => run.last > last);
  return longer.sort((a, b) => a.last - b.last)[0]?.id;
}
