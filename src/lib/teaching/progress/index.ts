/**
 * Progress: every answer given, as an append-only log that stays on the device. Whatever is shown of it is a fold.
 * The store of the browser is a second entry, `./indexed-db.ts`, since only pages have one.
 *
 * @module
 */
export { answersTo, asEntry, type TimedAnswer } from './answers.ts';
export { coverageOf, type Covered } from './coverage.ts';
export { drillEntry, drillMarks, type DrillMark } from './drill.ts';
export { entrySchema, type Entry, type NewEntry } from './entry.ts';
export { progressFile, readProgressFile, type ProgressFile } from './file.ts';
export { gameEntry, lastGame, type GameResult, type GameScore } from './games.ts';
export { keepGoing } from './keep-going.ts';
export { memoryStore } from './memory.ts';
export { recallsOf, recallsOfKinds, reviewAt, type Recalled, type Review } from './review.ts';
export { evenSpacing, type Recall, type Scheduler } from './schedule.ts';
export { standing, type Standing } from './standing.ts';
export type { ProgressStore } from './store.ts';
