import type { Entry, NewEntry } from './entry.ts';

/** A game of playing the allocator that came to its end. */
export interface GameResult {
  /** Id of the scenario, and the seed of its variant; undefined for its own. */
  readonly scenario: string;
  readonly seed: number | undefined;
  /** Positions of the moves among those that could be made. */
  readonly moves: readonly number[];
  /** How many of them were the policy's. */
  readonly right: number;
  /** How often a move was taken back, or the policy's was looked up. */
  readonly hints: number;
}

const itemOf = (scenario: string): string => `play/${scenario}`;

/** The entry for a game that is over now; `at` in milliseconds since 1970. */
export const gameEntry = ({ scenario, seed, moves, right, hints }: GameResult, at: number): NewEntry => ({
  at,
  kind: 'game',
  item: itemOf(scenario),
  revision: 1,
  attempt: seed === undefined ? itemOf(scenario) : `${itemOf(scenario)}/${seed}`,
  response: [...moves],
  score: moves.length === 0 ? 0 : right / moves.length,
  confidence: null,
  hints
});

/** How a game came out: so many moves as the policy, of so many. */
export interface GameScore {
  readonly right: number;
  readonly of: number;
  readonly hints: number;
}

/** How the last game of a scenario came out, in any of its variants; undefined where none was played to its end. */
export function lastGame(scenario: string, entries: readonly Entry[]): GameScore | undefined {
  const entry = entries.findLast(({ kind, item }) => kind === 'game' && item === itemOf(scenario));
  if (entry === undefined || !Array.isArray(entry.response)) return undefined;
  const of = entry.response.length;
  return { right: Math.round(entry.score * of), of, hints: entry.hints };
}
