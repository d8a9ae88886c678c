/**
 * Content: lessons, games, interview, glossary, sources and corrections, read from their texts and held against each
 * other and against the runs they speak of. Every problem is gathered with its file, line and column; content/README.md
 * is the format.
 *
 * @module
 */
export { arrowsOf } from './items-arrows.ts';
export { readBank, type Bank, type ItemFiles, type Objective } from './items.ts';
export { formatProblems, type FileProblem } from './problem.ts';
export { readContent, unusedScenarios, type Content, type ContentFiles, type ReadContent } from './read-content.ts';
export type { Interview, Plan, Prompt, Setup, Spoken, Stage, TradeOff } from './interview/types.ts';
export type { Answer, Block, Lesson, LessonGrowth, Loop, Prose, Question, Section, Titled } from './lesson/types.ts';
export type { Correction } from './lists/corrections.ts';
export type { Term } from './lists/glossary.ts';
export type { GameEntry } from './lists/play.ts';
export type { Source } from './lists/sources.ts';
export { clipOf, type Clip, type Frame } from './runs/clip.ts';
export { RunShelf, type ShelvedRun } from './runs/run-shelf.ts';
export { runValue, states, type RunValue } from './runs/run-value.ts';
export { findables, type Findable } from './search.ts';
export type { Highlight } from './shelf.ts';
