import { asEntry } from '#lib/teaching/progress/index.ts';
import { scoreOf } from '#lib/teaching/quiz/index.ts';
import { browserProgress } from '../quiz/progress.svelte.ts';
import type { Predicted } from './prediction.ts';

/** Adds a prediction to the log of answers. `at` is in milliseconds since 1970. */
export async function keepPrediction({ question, option }: Predicted, run: string, at: number): Promise<void> {
  const answer = {
    item: question,
    response: option,
    score: scoreOf(question, option),
    confidence: undefined,
    hints: 0
  };
  await browserProgress().add(asEntry(answer, 'gate', `run/${run}`, at));
}
