import { formatClock } from '#lib/base/units/index.ts';
import { jobName } from '#lib/allocator/trace/index.ts';
import type { BoardRow } from '#lib/teaching/explain/index.ts';
import { askLine, freeLine, holdersLine, quotaLine, type CheckScene } from '../check-scene.ts';
import { legalMoves, sceneOf, totalRegret, type Game, type Made } from './game.ts';
import { jobsIn, joined } from '../words.ts';
import { moveWords, policyWords, regretWords } from './move-words.ts';

/** What is to be decided now. */
export interface Turn {
  readonly step: number;
  readonly clock: string;
  /** `At 0:40 job train asks for 2 GPUs.` */
  readonly ask: string;
  /** What is free, who holds what, how long each is expected to run, what the quota leaves: one sentence each. */
  readonly facts: readonly string[];
  readonly board: readonly BoardRow[];
  /** What can be done, by the position that `replay` takes. */
  readonly moves: readonly string[];
}

/** A move that was made, and what it was worth. */
export interface ToldMove {
  readonly clock: string;
  readonly job: string;
  readonly move: string;
  readonly right: boolean;
  /** What the policy does. */
  readonly model: string;
  readonly reason: string;
  /** What the move costs if the policy goes on from there, `0:50 more`; see `regret`. */
  readonly cost: string;
}

/** A game in words: all that is shown of it before its end. */
export interface GameTable {
  readonly policy: readonly string[];
  /** Undefined when the game is over. */
  readonly turn: Turn | undefined;
  readonly made: readonly ToldMove[];
  /** What all moves so far cost against the policy alone; see `totalRegret`. */
  readonly cost: string;
}

/** Tells a game as it stands. */
export function tableOf(game: Game): GameTable {
  const scene = sceneOf(game);
  return {
    policy: policyWords(game.scenario),
    turn: scene && turnOf(game, scene),
    made: game.made.map((made) => toldMove(game, made)),
    cost: regretWords(totalRegret(game), game.scenario)
  };
}

function turnOf(game: Game, scene: CheckScene): Turn {
  const { open, step, world } = scene;
  const { clock, board } = open.view.at(step);
  open.worldAt(step);
  const byPriority = open.scenario.policy.order === 'priority' || open.scenario.policy.preemption !== 'never';
  const facts = [freeLine(scene), holdersLine(world, byPriority), estimatesLine(scene), quotaLine(scene)];
  return {
    step,
    clock,
    ask: askLine(scene),
    facts: facts.filter((fact) => fact !== ''),
    board,
    moves: legalMoves(game).map(moveWords)
  };
}

/** More estimates than this are not listed. */
const ESTIMATES = 8;

/** `By their estimates first runs for 0:10, wide for 0:05.` A policy that knows no estimates decides without. */
function estimatesLine({ world, open }: CheckScene): string {
  const { jobs, tickMillis } = open.scenario;
  const present = jobsIn(world, 'requested', 'waiting', 'allocated', 'running').filter((job) => job < jobs.count);
  if (present.length === 0 || present.length > ESTIMATES) return '';
  const each = present.map((job, i) => {
    const runs = i === 0 ? ' runs for' : ' for';
    return `${jobName(world, job)}${runs} ${formatClock(jobs.estimate[job] as number, tickMillis)}`;
  });
  return `By ${present.length === 1 ? 'its estimate' : 'their estimates'} ${joined(each)}.`;
}

function toldMove({ run, scenario }: Game, { step, move, grade }: Made): ToldMove {
  return {
    clock: formatClock(run.trace.tickOf(step), scenario.tickMillis),
    job: run.evidenceAt(step)?.job ?? '',
    move: moveWords(move),
    right: grade.right,
    model: moveWords(grade.model),
    reason: grade.reason,
    cost: regretWords(grade.regret, scenario)
  };
}
