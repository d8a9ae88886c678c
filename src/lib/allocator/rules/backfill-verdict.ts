/** What a backfill plan is asked and what it answers; `backfill.ts` says what the plans do. */

import type { Amounts } from './fit.ts';
import type { Claim, Reservation, Ticks } from './room.ts';

/** A job in the queue. */
export interface QueuedJob {
  readonly claim: Claim;
  /** The service time its owner declared, at least one tick. */
  readonly estimate: Ticks;
}

/** Why a job starts: the first three; or why it goes on waiting: the last three. */
export type BackfillReason =
  'nobody-ahead' | 'ends-in-time' | 'leaves-room' | 'too-little-free' | 'would-delay' | 'blocked';

/** What those ahead wait for: the earliest start reserved for one of them, and what is left over at it. */
export interface Shadow {
  readonly start: Ticks;
  /** Under `easy` only, where nobody but the head has to be left room. */
  readonly extra?: Amounts;
}

/** What a plan says of one job, with the numbers compared. */
export interface BackfillVerdict {
  readonly starts: boolean;
  readonly reason: BackfillReason;
  /** What is free now, before the job takes its part. */
  readonly free: Amounts;
  /** What the job would take of it; undefined where it does not fit. */
  readonly takes: Amounts | undefined;
  /** When it would end, were it to start now. */
  readonly ends: Ticks;
  /** Undefined while nobody ahead has a reservation. */
  readonly shadow: Shadow | undefined;
  /** Room kept for this job from now on: for the head under `easy`, for every waiting job under `conservative`. */
  readonly reservation: Reservation | undefined;
}

/**
 * A pass in progress: asked about the waiting jobs one after the other in queue order, it keeps room for those that
 * start and for those that have a reservation.
 */
export type BackfillPlan = (job: QueuedJob) => BackfillVerdict;
