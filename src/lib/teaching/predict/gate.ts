import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { itemOf, type RunItem } from './item.ts';
import { openForQuestions } from './question.ts';
import { templates, type TemplateId } from './templates/index.ts';

/** What to ask before a decision, so that asking does not give it away; the last one can always be asked. */
const atDecisions: readonly TemplateId[] = ['victim', 'node', 'fits'];

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
