import { questionsOf } from '#lib/teaching/predict/index.ts';
import { runData, viewRun } from '#lib/teaching/explain/index.ts';
import type { Predictions } from '#lib/ui/player/prediction.ts';
import { finishedRunOf, runIds, textOf } from '../../runs.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => runIds().map((scenario) => ({ scenario }));

/** The run, the text it came from, and what can be asked before each of its decisions. */
export const load: PageServerLoad = ({ params }) => {
  const finished = finishedRunOf(params.scenario);
  const view = viewRun(finished);
  const questionAt = questionsOf(finished);
  const predictions: Record<number, NonNullable<Predictions[number]>> = {};
  for (let step = 0; step < view.last; step++) {
    const question = view.decidesAfter(step) ? questionAt(step) : undefined;
    if (question !== undefined) predictions[step] = question;
  }
  return { run: runData(view), predictions, source: textOf(params.scenario) };
};
