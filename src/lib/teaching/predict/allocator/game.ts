import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { run, type Choice, type FinishedRun } from '#lib/allocator/sim/index.ts';
import { checkAt, decidedState, type CheckScene } from '../check-scene.ts';
import { openForQuestions } from '../question.ts';
import { whyNot, whyNotThere } from '../why-not.ts';
import { choiceOf, movesAt, policyMove, sameMove, type Move } from './moves.ts';
import { regret } from './regret.ts';

/** What a move was worth. */
export interface Grade {
  /** Whether the policy does the same. */
  readonly right: boolean;
  /** What the policy does. */
  readonly model: Move;
  /** Why the policy does that, with its numbers; for another move also what speaks against it. */
  readonly reason: string;
  /** What the move costs if the policy goes on from there; see `regret`. */
  readonly regret: number;
}

/** A move that was made, at the check that it decided. */
export interface Made {
  readonly step: number;
  readonly move: Move;
  readonly choice: Choice;
  readonly grade: Grade;
}

/** A learner plays the allocator: at every check of a run they decide, and the run goes on from there. */
export interface Game {
  readonly scenario: Scenario;
  readonly made: readonly Made[];
  /** The run with the moves made so far; behind them the policy decides. */
  readonly run: FinishedRun;
  /** The check that is to be decided; undefined when there is none left. */
  readonly step: number | undefined;
}

/** A game before its first move. It is played to the end, whatever the scenario says of an earlier one. */
export const beginGame = (scenario: Scenario): Game => gameOf({ ...scenario, until: undefined }, []);

/** The moves that can be made now; none when the game is over. */
export function legalMoves(game: Game): Move[] {
  const scene = sceneOf(game);
  return scene === undefined ? [] : movesAt(scene);
}

/** The game after a move, with its grade. @throws {RangeError} for a move that cannot be carried out */
export function makeMove(game: Game, move: Move): Game {
  const scene = sceneOf(game);
  const choice = scene && choiceOf(scene, move);
  if (scene === undefined || choice === undefined) throw new RangeError(`"${move.verb}" cannot be done here`);
  const { step } = scene;
  const after = run(game.scenario, new Map([...choicesOf(game.made), [step, choice]]));
  const grade = gradeOf(scene, move, regret(after.trace, game.run.trace));
  return gameOf(game.scenario, [...game.made, { step, move, choice, grade }]);
}

/** What the policy does at the check that is to be decided, and why; undefined when the game is over. */
export function modelAnswer(game: Game): Pick<Grade, 'model' | 'reason'> | undefined {
  const scene = sceneOf(game);
  return scene && { model: policyMove(scene), reason: policyReason(scene) };
}

/**
 * A game whose moves are given by their positions among the legal ones: what a link to a game holds.
 * @throws {RangeError} for a position at which there is no move
 */
export const replay = (scenario: Scenario, positions: readonly number[]): Game =>
  positions.reduce((game, position) => {
    const move = legalMoves(game)[position];
    if (move === undefined) throw new RangeError(`there is no move ${position} after ${game.made.length} moves`);
    return makeMove(game, move);
  }, beginGame(scenario));

/** The game before its last move; the same one where none was made. */
export const undoMove = (game: Game): Game =>
  game.made.length === 0 ? game : gameOf(game.scenario, game.made.slice(0, -1));

/** What all moves so far cost against the policy alone; see `regret`. */
export const totalRegret = ({ scenario, run: played }: Game): number => regret(played.trace, run(scenario).trace);

const choicesOf = (made: readonly Made[]): [number, Choice][] => made.map(({ step, choice }) => [step, choice]);

function gameOf(scenario: Scenario, made: readonly Made[]): Game {
  const played = run(scenario, new Map(choicesOf(made)));
  let step = (made.at(-1)?.step ?? 0) + 1;
  while (step <= played.trace.last && played.evidenceAt(step) === undefined) step++;
  return { scenario, made, run: played, step: step > played.trace.last ? undefined : step };
}

/** The check that is to be decided, with its world; undefined when the game is over. */
export const sceneOf = ({ run: played, step }: Game): CheckScene | undefined =>
  step === undefined ? undefined : checkAt(openForQuestions(played), step);

function gradeOf(scene: CheckScene, move: Move, cost: number): Grade {
  const model = policyMove(scene);
  const right = sameMove(move, model);
  const because = policyReason(scene);
  return { right, model, reason: right ? because : `${against(scene, move)} ${because}`.trim(), regret: cost };
}

/** What the policy does next in the run of the scene, in the words of that step. */
const policyReason = ({ open, step }: CheckScene): string => open.view.at(step + 1).sentence;

/** What speaks against a move that the policy does not make. */
function against(scene: CheckScene, move: Move): string {
  const decided = decidedState(scene);
  scene.open.worldAt(scene.step);
  if (move.verb === 'allocate' && decided === 'allocated') return whyNotThere(scene, move.node ?? '');
  const state = move.verb === 'wait' || move.verb === 'allocate' ? undefined : leadsTo[move.verb];
  return state === undefined ? '' : whyNot(scene, state);
}

const leadsTo = { preempt: 'waiting.preempting', scale: 'waiting.scaling', reject: 'rejected' } as const;
