import type { Trace } from '#lib/allocator/trace/index.ts';
import { JobClocks, type JobTimes } from './job-clocks.ts';

/**
 * The times of every job that has joined by the end of a step, in order of joining. A job that still holds its
 * resources is counted up to that step's tick.
 */
export function jobTimes(trace: Trace, step = trace.last): JobTimes[] {
  const clocks = new JobClocks();
  for (let s = 1; s <= step; s++) {
    clocks.step(trace.tickOf(s));
    for (let i = trace.firstOf(s); i < trace.firstOf(s + 1); i++) clocks.record(trace.kindOf(i), trace.subjectOf(i));
  }
  return [...clocks.times(trace.tickOf(step))];
}
