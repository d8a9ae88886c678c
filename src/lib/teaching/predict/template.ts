import type { Stream } from '#lib/base/random/index.ts';
import type { Difficulty } from '#lib/teaching/quiz/index.ts';
import type { Sketch } from './draw.ts';
import type { OpenRun, Question } from './question.ts';

/** A kind of question that can be asked of runs: one file each, one line in `templates/index.ts`. */
export interface Template {
  /** What is asked, in a few words. */
  readonly title: string;
  /** Goes up when the same run and step would give another item. */
  readonly revision: number;
  readonly objective: string;
  readonly difficulty: Difficulty;
  /** Draws a small scenario whose run very likely has a step to ask at. */
  draw(s: Stream): Sketch;
  /** What to ask when a run stands at a step; undefined where there is nothing of this kind to ask. */
  ask(run: OpenRun, step: number): Question | undefined;
}
