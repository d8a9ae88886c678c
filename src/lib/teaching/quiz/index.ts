/**
 * Questions: the types of items, what they are read from, how they are scored, and a sitting in which they are asked.
 * Positions of options always count in the order of the item file, whatever order they are shown in.
 *
 * @module
 */
export { slug, text, type Fact } from './fields.ts';
export type { FaultyLine } from './faulty-line.ts';
export type { FillTheTable } from './fill-the-table.ts';
export type { Rationale, Response } from './item-type.ts';
export type { Match } from './match.ts';
export type { NumberItem } from './number.ts';
export type { OneOfMany } from './one-of-many.ts';
export type { Order } from './order.ts';
export type { PointAtStep } from './point-at-step.ts';
export { practiceItems, testItems, testLength } from './pick.ts';
export type { SeveralOfMany } from './several-of-many.ts';
export { shownOrder } from './shown-order.ts';
export { isShown, type ShownRow, type ShownRun } from './shown-run.ts';
export {
  beginSitting,
  currentItem,
  nextLikeThis,
  resumeSitting,
  sit,
  type Answer,
  type Confidence,
  type Sitting,
  type SittingCommand,
  type SittingKind
} from './sitting.ts';
export {
  itemSchema,
  keyOf,
  keyValueOf,
  optionsOf,
  parseResponse,
  rationaleOf,
  scoreOf,
  type Difficulty,
  type Item
} from './types.ts';
export { isRight, missed, verdicts, type ObjectiveVerdict } from './verdict.ts';
