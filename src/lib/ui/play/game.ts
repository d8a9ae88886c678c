/** The game of a page. Brings the engine along, so pages import it at run time, when the first move is made. */
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { viewRun, type RunView } from '#lib/teaching/explain/index.ts';
import {
  legalMoves,
  makeMove,
  modelAnswer,
  moveWords,
  replay,
  tableOf,
  undoMove,
  type Game,
  type GameTable
} from '#lib/teaching/predict/index.ts';
import type { PlayAddress } from './address.ts';

/** Both runs of a game that is over. */
export interface Finish {
  readonly mine: RunView;
  readonly policy: RunView;
}

/** What the policy does at the present check, as a sentence each. */
export interface ModelAnswer {
  readonly move: string;
  readonly reason: string;
}

/** A game that goes on in the browser. */
export interface OpenGame {
  readonly game: Game;
  readonly table: GameTable;
  readonly finish: Finish | undefined;
}

/**
 * Takes a game up where an address left it.
 *
 * @throws {RangeError} for moves that cannot be made in it
 */
export function openGame(source: string, { seed, moves }: PlayAddress): OpenGame {
  const read = readScenario(source, seed === undefined ? [] : [{ path: 'seed', value: String(seed) }]);
  if (!read.ok) throw new RangeError(read.problems.map(({ message }) => message).join('; '));
  return shown(replay(read.scenario, moves));
}

/** The game after the move at a position. @throws {RangeError} for a position without a move */
export function moveOn({ game }: OpenGame, position: number): OpenGame {
  const move = legalMoves(game)[position];
  if (move === undefined) throw new RangeError(`there is no move ${position}`);
  return shown(makeMove(game, move));
}

/** The game before its last move. */
export const takeBack = ({ game }: OpenGame): OpenGame => shown(undoMove(game));

/** What the policy does now; undefined when the game is over. */
export function modelNow({ game }: OpenGame): ModelAnswer | undefined {
  const answer = modelAnswer(game);
  return answer && { move: moveWords(answer.model), reason: answer.reason };
}

function shown(game: Game): OpenGame {
  const table = tableOf(game);
  const finish =
    table.turn === undefined ? { mine: viewRun(game.run), policy: viewRun(run(game.scenario)) } : undefined;
  return { game, table, finish };
}
