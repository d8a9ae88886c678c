/** The log of games. Loaded when the first is over. */
import { gameEntry, type GameResult } from '#lib/teaching/progress/index.ts';
import { browserProgress } from '../quiz/progress.svelte.ts';

/** Adds a game to the log. `at` is in milliseconds since 1970. */
export async function keepGame(result: GameResult, at: number): Promise<void> {
  await browserProgress().add(gameEntry(result, at));
}
