import type { BackfillPlan, BackfillReason } from './backfill-verdict.ts';
import { FreeOverTime, type Room, type Ticks } from './room.ts';

/** A reservation for everybody: a job starts now if its own earliest start, after those ahead have theirs, is now. */
export function conservativePlan(room: Room): BackfillPlan {
  const { now } = room;
  const time = new FreeOverTime(room);
  let firstStart: Ticks | undefined;

  function reasonToStart(ends: Ticks): BackfillReason {
    if (firstStart === undefined) return 'nobody-ahead';
    return ends <= firstStart ? 'ends-in-time' : 'leaves-room';
  }

  return (job) => {
    const free = Float64Array.from(time.at(now));
    const takes = job.claim(free);
    const ends = now + job.estimate;
    const shadow = firstStart === undefined ? undefined : { start: firstStart };
    const earliest = time.earliest(job.claim, job.estimate);
    if (earliest !== undefined) time.take(earliest);
    const common = { free, ends, shadow };
    if (earliest?.start === now)
      return { ...common, starts: true, takes: earliest.amounts, reason: reasonToStart(ends), reservation: undefined };
    if (earliest !== undefined) firstStart = Math.min(firstStart ?? Infinity, earliest.start);
    const reason = takes === undefined ? 'too-little-free' : 'would-delay';
    return { ...common, starts: false, takes, reason, reservation: earliest };
  };
}
