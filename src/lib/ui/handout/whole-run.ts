import type { RunView } from '#lib/teaching/explain/index.ts';
import type { RunItem } from '#lib/teaching/predict/index.ts';
import type { Predictions } from '../player/prediction.ts';

/** Rows of the process table that a hand-out has at most: about twelve sheets. */
const MOST_ROWS = 300;
/** Questions on the first sheet. */
const MOST_QUESTIONS = 4;

/** The last step that a hand-out tells. */
export const lastTold = ({ last }: RunView): number => Math.min(last, MOST_ROWS);

/** A question of the hand-out, and the step behind which it is asked. */
export interface Asked {
  readonly step: number;
  readonly question: RunItem;
}

/** Questions for the first sheet: no stem twice, in order of their steps. */
export function questionsOf(predictions: Predictions | undefined): Asked[] {
  const stems = new Set<string>();
  const asked: Asked[] = [];
  for (const [step, question] of Object.entries(predictions ?? {})) {
    if (asked.length === MOST_QUESTIONS) break;
    if (stems.has(question.stem)) continue;
    stems.add(question.stem);
    asked.push({ step: Number(step), question });
  }
  return asked;
}

/** `A`, `B`, `C`: how the options of a question are called on paper. */
export const letterOf = (option: number): string => String.fromCharCode('A'.charCodeAt(0) + option);
