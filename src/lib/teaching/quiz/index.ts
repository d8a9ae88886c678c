/**
 * Questions: the types of items, what they are read from, how they are scored, and a sitting in which they are asked.
 * Positions of options always count in the order of the item file, whatever order they are shown in.
 *
 * @module
 */
export { cardOf, type Card } from './card.ts';
export { itemsAsAnki, itemsAsCsv } from './card-files.ts';
export type { Rationale, Response } from './item-type.ts';
export { practiceItems, testItems, testLength } from './pick.ts';
export type { FaultyLine } from './schema/faulty-line.ts';
export { slug, text, type Fact } from './schema/fields.ts';
export type { FillTheTable } from './schema/fill-the-table.ts';
export { itemSchema, type Difficulty, type Item } from './schema/item.ts';
export type { Match } from './schema/match.ts';
export type { NumberItem } from './schema/number.ts';
export type { OneOfMany } from './schema/one-of-many.ts';
export type { Order } from './schema/order.ts';
export type { PointAtStep } from './schema/point-at-step.ts';
export type { SeveralOfMany } from './schema/several-of-many.ts';
export type { ShownRow, ShownRun } from './schema/shown-run.ts';
export { shownOrder } from './shown-order.ts';
export {
  beginSitting,
  currentItem,
  isRepeat,
  nextLikeThis,
  resumeSitting,
  sit,
  type Answer,
  type Confidence,
  type Sitting,
  type SittingCommand,
  type SittingKind
} from './sitting.ts';
export { keyOf, keyValueOf, optionsOf, parseResponse, rationaleOf, scoreOf } from './types.ts';
export { firstAnswers, isRight, missed, verdicts, type ObjectiveVerdict } from './verdict.ts';
