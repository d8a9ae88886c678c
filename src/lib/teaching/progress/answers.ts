import { parseResponse, type Answer, type Item } from '#lib/teaching/quiz/index.ts';
import type { Entry, NewEntry } from './entry.ts';

/** An answer with the time it was given. */
export interface TimedAnswer extends Answer {
  readonly at: number;
}

/** The answers of a log to items of a bank, in log order; those to an older revision of an item are left out. */
export function answersTo(items: readonly Item[], entries: readonly Entry[]): TimedAnswer[] {
  const bank = new Map(items.map((item) => [item.id, item]));
  return entries.flatMap((entry) => {
    const item = bank.get(entry.item);
    return item === undefined || item.revision !== entry.revision ? [] : (asAnswer(item, entry) ?? []);
  });
}

function asAnswer(item: Item, entry: Entry): TimedAnswer | undefined {
  const response = entry.response === null ? null : parseResponse(item, entry.response);
  if (response === undefined) return undefined;
  const { score, hints, at } = entry;
  return { item, response, score, confidence: entry.confidence ?? undefined, hints, at };
}

/** The entry for an answer given now in a sitting. */
export function asEntry(answer: Answer, kind: Entry['kind'], attempt: string, at: number): NewEntry {
  const { item, response, score, confidence, hints } = answer;
  return {
    at,
    kind,
    item: item.id,
    revision: item.revision,
    attempt,
    // Copied, since the log's lists are its own.
    response: typeof response === 'object' && response !== null ? ([...response] as number[] | string[]) : response,
    score,
    confidence: confidence ?? null,
    hints
  };
}
