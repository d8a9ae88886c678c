/**
 * The life of a request: the chart, the table compiled from it, and its words.
 * The live XState machine is a second entry, `./machine.ts`, so that pages which only read records never load it.
 */
export { chart } from './chart.ts';
export { ChartError, compile, type ChartNode, type Table, type Transition } from './table.ts';
export {
  eventId,
  eventName,
  guardId,
  next,
  stateId,
  stateName,
  table,
  type EventName,
  type GuardName,
  type StateName
} from './lifecycle.ts';
export { eventWords, guardWords, stateWords, statusOf, type Status } from './words.ts';
export {
  firstState,
  guardsOf,
  isFinal,
  LONGEST_WALK,
  moved,
  readWalk,
  takersOf,
  waysOf,
  writeWalk,
  type Move,
  type ReadWalk,
  type Turn,
  type Way
} from './walk.ts';
export { refusal, turnWords, wayWords } from './walk-words.ts';
export { arrows, arrowWords, isOutcome, type Arrow } from './arrows.ts';
