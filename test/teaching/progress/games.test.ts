import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { entrySchema, gameEntry, lastGame, memoryStore, type GameResult } from '#lib/teaching/progress/index.ts';

const game = (right: number, scenario = 'one-gpu', seed?: number): GameResult => ({
  scenario,
  seed,
  moves: [0, 2, 1],
  right,
  hints: 1
});

describe('games in the log', () => {
  it('are entries with the share of the moves that were the policy’s as their score', async () => {
    const entry = await memoryStore('test').add(gameEntry(game(2, 'one-gpu', 7), 5));
    expect(safeParse(entrySchema, entry).success).toBe(true);
    expect(entry).toMatchObject({ kind: 'game', item: 'play/one-gpu', attempt: 'play/one-gpu/7', response: [0, 2, 1] });
  });

  it('are told by the last one of their scenario', async () => {
    const store = memoryStore('test');
    for (const [at, result] of [game(3), game(1, 'other'), game(2, 'one-gpu', 7)].entries())
      await store.add(gameEntry(result, at));
    expect(lastGame('one-gpu', await store.all())).toEqual({ right: 2, of: 3, hints: 1 });
    expect(lastGame('gang', await store.all())).toBeUndefined();
  });

  it('score nothing where nothing was to be decided', () => {
    expect(gameEntry({ ...game(0), moves: [] }, 1).score).toBe(0);
  });
});
