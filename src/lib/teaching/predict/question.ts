import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { Cursor, type Trace, type World } from '#lib/allocator/trace/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { viewRun, type RunView } from '#lib/teaching/explain/index.ts';
import type { MisconceptionId } from './misconceptions/table.ts';

/** A run opened for questions: its records, its words, and the world behind any step. */
export interface OpenRun {
  readonly run: FinishedRun;
  readonly trace: Trace;
  readonly scenario: Scenario;
  readonly view: RunView;
  /** The world after a step. It is one world that moves: read it before asking for another step. */
  worldAt(step: number): World;
}

/** Opens a run for questions; costs what showing it does. */
export function openForQuestions(run: FinishedRun): OpenRun {
  const cursor = new Cursor(run.trace);
  return {
    run,
    trace: run.trace,
    scenario: run.trace.scenario,
    view: viewRun(run),
    worldAt: (step) => cursor.seek(step)
  };
}

/** An answer that a misconception gives, and the numbers that tell why it is not so. */
export interface WrongAnswer {
  readonly misconception: MisconceptionId;
  readonly answer: string;
  readonly numbers: string;
}

/** What a template asks at a step, before options that coincide are dropped. */
export interface Question {
  readonly stem: string;
  readonly hint: string;
  readonly solution: readonly string[];
  /** What the run does next, and why. */
  readonly key: { readonly answer: string; readonly because: string };
  /** Most instructive first. An answer equal to the key, or to one before it, is dropped. */
  readonly wrong: readonly WrongAnswer[];
}
