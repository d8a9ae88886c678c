/**
 * Questions made from runs: the key is what the run does next, the wrong options are what allocators say that are wrong
 * on purpose. Also what a learner does who plays the allocator: choices, grades, regret.
 *
 * @module
 */
export { arrowsIn, arrowsOfGenerated, arrowsOfPrediction, decisionsOf, type Decisions } from './arrows.ts';
export { questionAt, questionsOf } from './gate.ts';
export { anotherLike, generate, generatedItem } from './generate.ts';
export { type GeneratedItem, type RunItem, type RunOption } from './item.ts';
export { misconceptions, type MisconceptionId } from './misconceptions/table.ts';
export { templates, type TemplateId } from './templates/index.ts';
export { type Template } from './template.ts';
export {
  beginGame,
  legalMoves,
  makeMove,
  modelAnswer,
  replay,
  totalRegret,
  undoMove,
  type Game,
  type Grade,
  type Made
} from './allocator/game.ts';
export { type Move } from './allocator/moves.ts';
export { moveWords, policyWords } from './allocator/move-words.ts';
export { tableOf, type GameTable, type ToldMove, type Turn } from './allocator/table.ts';
export { regret } from './allocator/regret.ts';
