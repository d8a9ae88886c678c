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
  const ids = runIds();
  return { run: run.id, question, before, after, harder: ids[ids.indexOf(firstRun) + 1] };
};
