import { stateId, table } from '#lib/allocator/lifecycle/index.ts';
import { change, isTransition, type Trace } from '#lib/allocator/trace/index.ts';

/** When things happened to one job, in ticks. `undefined` where it has not happened. */
export interface JobTimes {
  readonly job: number;
  readonly arrival: number;
  /** When it first got its resources. */
  readonly start: number | undefined;
  /** When it reached a final state. */
  readonly end: number | undefined;
  /** Ticks it held resources, over all attempts. */
  readonly held: number;
  readonly finished: 'released' | 'failed' | 'rejected' | undefined;
}

interface Draft {
  arrival: number;
  start: number | undefined;
  end: number | undefined;
  held: number;
  since: number | undefined;
  finished: JobTimes['finished'];
}

const finals: Readonly<Record<number, JobTimes['finished']>> = {
  [stateId.released]: 'released',
  [stateId.failed]: 'failed',
  [stateId.rejected]: 'rejected'
};

/**
 * The times of every job that has joined by the end of a step, in order of joining. A job that still holds its
 * resources is counted up to that step's tick.
 */
export function jobTimes(trace: Trace, step = trace.last): JobTimes[] {
  const drafts = new Map<number, Draft>();
  for (let s = 1; s <= step; s++)
    for (const record of trace.recordsOf(s)) {
      if (record.kind === change.request)
        drafts.set(record.subject, {
          arrival: record.tick,
          start: undefined,
          end: undefined,
          held: 0,
          since: undefined,
          finished: undefined
        });
      else if (isTransition(record.kind)) move(drafts.get(record.subject) as Draft, record.kind, record.tick);
    }
  const now = trace.tickOf(step);
  return [...drafts].map(([job, { since, ...d }]) => ({
    job,
    ...d,
    held: d.held + (since === undefined ? 0 : now - since)
  }));
}

function move(draft: Draft, kind: number, tick: number): void {
  const { from, to } = table.transitions[kind] as (typeof table.transitions)[number];
  if (to === stateId.allocated) {
    draft.start ??= tick;
    draft.since = tick;
  }
  if (from === stateId.releasing && draft.since !== undefined) {
    draft.held += tick - draft.since;
    draft.since = undefined;
  }
  if (table.final[to] === true) {
    draft.end = tick;
    draft.finished = finals[to];
  }
}
