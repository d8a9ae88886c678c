import type { BackfillPlan, BackfillReason, QueuedJob } from './backfill-verdict.ts';
import type { Amounts } from './fit.ts';
import { FreeOverTime, type Room, type Ticks, without } from './room.ts';

/** The first job that does not fit, and the tick at which it will. */
interface Head {
  readonly job: QueuedJob;
  readonly shadow: Ticks;
}

/** One reservation, for the head: a job passes if the head can still start at its shadow time. */
export function easyPlan(room: Room): BackfillPlan {
  const { now } = room;
  const time = new FreeOverTime(room);
  let head: Head | undefined;

  const leavesRoom = ({ job, shadow }: Head, takes: Amounts): boolean =>
    job.claim(without(time.at(shadow), takes)) !== undefined;

  function reasonFor(takes: Amounts | undefined, ends: Ticks): BackfillReason {
    if (takes === undefined) return 'too-little-free';
    if (head === undefined) return 'nobody-ahead';
    if (ends <= head.shadow) return 'ends-in-time';
    return leavesRoom(head, takes) ? 'leaves-room' : 'would-delay';
  }

  function shadowOf({ job, shadow }: Head) {
    const then = time.at(shadow);
    // The head fits at its shadow time because nobody was let pass who would have prevented it.
    return { start: shadow, extra: without(then, job.claim(then)!) };
  }

  function reserve(job: QueuedJob) {
    if (head !== undefined) return undefined;
    const reservation = time.earliest(job.claim, job.estimate);
    if (reservation !== undefined) head = { job, shadow: reservation.start };
    return reservation;
  }

  return (job) => {
    const free = Float64Array.from(time.at(now));
    const takes = job.claim(free);
    const ends = now + job.estimate;
    const shadow = head && shadowOf(head);
    const reason = reasonFor(takes, ends);
    const starts = takes !== undefined && reason !== 'would-delay';
    if (starts) time.take({ start: now, end: ends, amounts: takes });
    const reservation = starts ? undefined : reserve(job);
    return { starts, reason, free, takes, ends, shadow, reservation };
  };
}
