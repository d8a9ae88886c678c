import { isRight, type Item } from '#lib/teaching/quiz/index.ts';
import type { TimedAnswer } from './answers.ts';

/** How somebody stands with some items: counted by the last answer to each. */
export interface Standing {
  readonly items: number;
  readonly answered: number;
  readonly right: number;
}

/** How the answers stand over a list of items. */
export function standing(items: readonly Item[], answers: readonly TimedAnswer[]): Standing {
  const last = new Map(answers.map((answer) => [answer.item, answer]));
  const given = items.flatMap((item) => last.get(item) ?? []);
  return { items: items.length, answered: given.length, right: given.filter(isRight).length };
}
