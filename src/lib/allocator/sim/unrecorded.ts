import type { Recorder } from '#lib/allocator/trace/index.ts';

/** Keeps nothing: for a run of which only the counts, or what its decisions compared, are wanted. */
export const unrecorded: Recorder = { step: () => undefined, record: () => undefined };
