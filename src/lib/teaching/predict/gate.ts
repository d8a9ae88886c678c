import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { itemOf, type RunItem } from './item.ts';
import { openForQuestions } from './question.ts';
import { templates, type TemplateId } from './templates/index.ts';

/** What to ask before a decision, so that asking does not give it away; the last one can always be asked. */
const atDecisions: readonly TemplateId[] = ['victim', 'node', 'fits'];

/**
 * The questions for the decisions of any run, by the step of the check before each: what comes next, with why for every
 * option. Undefined for a step that is no check. Opens the run once, and each question costs the size of its scenario.
 */
export function questionsOf(run: FinishedRun): (step: number) => RunItem | undefined {
  const open = openForQuestions(run);
  const { scenario } = open;
  return (step) => {
    if (run.evidenceAt(step) === undefined) return undefined;
    for (const id of atDecisions) {
      const question = templates[id].ask(open, step);
      const item = question && itemOf(id, templates[id], question, { scenario, seed: scenario.seed, step });
      if (item !== undefined) return item;
    }
    return undefined;
  };
}

/** The question at one step of a run: see `questionsOf`. */
export const questionAt = (run: FinishedRun, step: number): RunItem | undefined => questionsOf(run)(step);
