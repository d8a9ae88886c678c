/**
 * What happened, record by record, and the world that the records change. A `Trace` keeps them, a `Cursor` puts a
 * world at any step of it, forwards or backwards.
 */
export { change, changeNames, isTransition } from './kinds.ts';
export { jobName, nodeOf, nodeSlots, World, type Holding } from './world.ts';
export { Cursor } from './cursor.ts';
export { recordsCsv, recordsCsvParts, recordsJson } from './published.ts';
export type { TraceColumns } from './columns.ts';
export { Trace, words, type Rec, type Recorder } from './trace.ts';
export { RECENT } from './evidence.ts';
export type * from './evidence.ts';
