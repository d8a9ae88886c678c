import { change, words, type Rec } from '#lib/allocator/trace/index.ts';
import type { OpenRun } from './question.ts';

/** The first step behind one, up to another, in which a record is as wanted; undefined where there is none. */
function stepWith({ trace }: OpenRun, after: number, upTo: number, wanted: (r: Rec) => boolean): number | undefined {
  for (let step = after + 1; step <= upTo; step++) if (trace.recordsOf(step).some(wanted)) return step;
  return undefined;
}

const isAllocation = (r: Rec): boolean => words(r).to === 'allocated';
const isRelease = (r: Rec): boolean => words(r).event === 'release';

/** The step behind one in which a job is allocated. */
export const allocationOf = (open: OpenRun, job: number, after: number): number | undefined =>
  stepWith(open, after, open.trace.last, (r) => r.subject === job && isAllocation(r));

/** The step behind one in which a job gives back what it holds. */
export const releaseOf = (open: OpenRun, job: number, after: number): number | undefined =>
  stepWith(open, after, open.trace.last, (r) => r.subject === job && isRelease(r));

/** Whether a step gives something back, and the allocator passes next: no other release follows first. */
export function releasesLast({ trace }: OpenRun, step: number): boolean {
  const gives = (s: number): boolean => trace.recordsOf(s).some(isRelease);
  return gives(step) && !(gives(step + 1) && trace.tickOf(step + 1) === trace.tickOf(step));
}

/** The last step at the tick of a step. */
export function lastAtTick({ trace }: OpenRun, step: number): number {
  let last = step;
  while (last < trace.last && trace.tickOf(last + 1) === trace.tickOf(step)) last++;
  return last;
}

/** The first allocation behind a step at the same tick: its step and job. */
export function nextAtTick(open: OpenRun, step: number): { readonly step: number; readonly job: number } | undefined {
  const found = stepWith(open, step, lastAtTick(open, step), isAllocation);
  const job = found === undefined ? undefined : open.trace.recordsOf(found).find(isAllocation)?.subject;
  return found === undefined || job === undefined ? undefined : { step: found, job };
}

/** Whether anybody joins behind a step, up to another. */
export const joinsBetween = (open: OpenRun, after: number, upTo: number): boolean =>
  stepWith(open, after, upTo, (r) => r.kind === change.request) !== undefined;

/** The tick at which a job that runs is due to end by its estimate; Infinity for one that declares none. */
export function dueTick({ trace, scenario }: OpenRun, job: number, step: number): number {
  for (let s = step; s > 0; s--)
    if (trace.recordsOf(s).some((r) => r.subject === job && words(r).event === 'start'))
      return trace.tickOf(s) + (scenario.jobs.estimate[job] ?? Infinity);
  return Infinity;
}
