import { checkKnown, readEntries } from '../lists/entries.ts';
import type { Report } from '../problem.ts';
import { planSchema } from './schema.ts';
import type { Plan } from './types.ts';

/** What a plan may name. */
interface Known {
  readonly prompts: readonly string[];
  readonly cards: readonly string[];
}

/** Reads the plans; the minutes of a plan are those of its parts. */
export function readPlans(text: string, known: Known, report: Report): readonly Plan[] {
  const { list, at } = readEntries(text, planSchema, report);
  for (const [p, { parts }] of list.entries())
    for (const [i, { prompts, cards }] of parts.entries()) {
      const path = [p, 'parts', i];
      for (const [n, id] of prompts.entries())
        checkKnown('prompt', id, known.prompts, at([...path, 'prompts', n]), report);
      for (const [n, id] of cards.entries())
        checkKnown('trade-off', id, known.cards, at([...path, 'cards', n]), report);
    }
  return list.map((plan) => ({ ...plan, minutes: plan.parts.reduce((sum, { minutes }) => sum + minutes, 0) }));
}
