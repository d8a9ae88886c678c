/** The simulator: runs a scenario, tick by tick, and emits records. The order of events is written down in SPEC.md. */
export { Engine, type RunEnd } from './engine.ts';
export type { Choice, Choices } from './choices.ts';
export { pageLimits, shownLimits, type Limits } from './limits.ts';
export { count, finishedRun, run, type FinishedRun } from './run.ts';
export { Gatherer, type Gathered, type Steps } from './gather.ts';
export { unrecorded } from './unrecorded.ts';
export type { Counts } from './counts.ts';
export { rankingFor, type Ranking, type Room } from './ranking.ts';
export { CountingRun, countJobs, countSums, isCountable, type CountedJobs, type CountedSums } from './counting.ts';
export type { JobBlock } from './counting-loop.ts';
export type { Pool } from './counting-room.ts';
