import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { itemOf, type RunItem } from './item.ts';
import { openForQuestions } from './question.ts';
import { templates, type TemplateId } from './templates/index.ts';

/** What to ask at a decision, the most telling question first; the last one can always be asked. */
const atDecisions: readonly TemplateId[] = ['victim', 'node', 'pending', 'fits'];

/**
 * The question for the decision that follows a check in any run: what comes next, with why for every option.
 * Undefined for a step that is no check.
 */
export function questionAt(run: FinishedRun, step: number): RunItem | undefined {
  if (run.evidenceAt(step) === undefined) return undefined;
  const open = openForQuestions(run);
  const { scenario } = open;
  for (const id of atDecisions) {
    const question = templates[id].ask(open, step);
    const item = question && itemOf(id, templates[id], question, { scenario, seed: scenario.seed, step });
    if (item !== undefined) return item;
  }
  return undefined;
}
