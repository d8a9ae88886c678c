import type { BoardRow, RunView, StripBox } from '#lib/teaching/explain/index.ts';

/** One step of a small run: the sentence and the pictures beside it. */
export interface Frame {
  readonly step: number;
  readonly clock: string;
  readonly sentence: string;
  readonly board: readonly BoardRow[];
  readonly strip: readonly StripBox[];
}

/** A part of a run, small enough to stand in a text. */
export interface Clip {
  readonly run: string;
  readonly title: string;
  /** What was changed in the scenario; empty for the scenario as it is. */
  readonly set: string;
  readonly frames: readonly Frame[];
}

const frame = ({ step, clock, sentence, board, strip }: ReturnType<RunView['at']>): Frame => ({
  step,
  clock,
  sentence,
  board,
  strip
});

/** The steps `from` to `to` of a run, which must be steps of it. */
export function clipOf(shelved: { id: string; set: string; view: RunView }, from: number, to: number): Clip {
  const { id, set, view } = shelved;
  const frames = Array.from({ length: to - from + 1 }, (_, i) => frame(view.at(from + i)));
  return { run: id, title: view.title, set, frames };
}
