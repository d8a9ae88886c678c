import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import type { RunView } from '#lib/teaching/explain/index.ts';
import { questionsOf, type RunItem } from '#lib/teaching/predict/index.ts';
import type { Predictions } from '../player/prediction.ts';

/** Decisions whose questions are made at once: a hand-out asks as many at most. */
const FIRST = 4;

/**
 * Questions for the decisions of a run that was made on this page. Each is made when it is read, so that a run of thousands
 * of decisions costs no more than those that are come to; whoever lists them finds the first few, and those read so far.
 */
export function ownQuestions(run: FinishedRun, view: RunView): Predictions {
  const ask = questionsOf(run);
  const made: Record<string, RunItem | undefined> = {};
  const questionAt = (step: string): RunItem | undefined => {
    if (!(step in made) && view.decidesAfter(Number(step))) {
      const question = ask(Number(step));
      if (question !== undefined) made[step] = question;
    }
    return made[step];
  };
  for (let step = 0, left = FIRST; step < view.last && left > 0; step++)
    if (questionAt(`${step}`) !== undefined) left--;
  return new Proxy(made as Record<number, RunItem>, { get: (_, step) => questionAt(String(step)) });
}
