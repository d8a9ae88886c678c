/**
 * Which waiting jobs start now, and who may pass whom, where the owners declare an estimate of the service time.
 *
 * - `block`: strict first come, first served; nobody passes a job that waits.
 * - `easy`: the first job that does not fit, the head, gets a reservation at its *shadow time*, the earliest tick at
 *   which it fits by the estimates. A later job may pass if it ends by then, or uses no more than the *extra* amounts,
 *   which the head leaves over.
 * - `conservative`: every waiting job has a reservation, and nobody may delay one that is ahead.
 *
 * The estimates are believed: a job that ends early frees its room early, and the next pass plans anew. A job that
 * would not fit even if nothing ran gets no reservation and holds nobody up, except under `block`.
 *
 * Source: Lifka, JSSPP 1995; Mu'alem and Feitelson, IEEE TPDS 12(6), 2001; Slurm's unit test `backfill_test.c`.
 *
 * @module
 */

import { conservativePlan } from './backfill-conservative.ts';
import { easyPlan } from './backfill-easy.ts';
import type { BackfillPlan, BackfillVerdict, QueuedJob } from './backfill-verdict.ts';
import { type Room, without } from './room.ts';

/** What happens behind a job that does not fit. */
export type Discipline = 'block' | 'easy' | 'conservative';

const plans: Readonly<Record<Discipline, (room: Room) => BackfillPlan>> = {
  block: blockPlan,
  easy: easyPlan,
  conservative: conservativePlan
};

/** A plan for one pass, to be asked about the waiting jobs in queue order. */
export const backfillPlan = (discipline: Discipline, room: Room): BackfillPlan => plans[discipline](room);

/** Positions in the queue of the jobs that start now, rising. `sink` is told the verdict on every job. */
export function backfillPass(
  discipline: Discipline,
  room: Room,
  queue: readonly QueuedJob[],
  sink?: (position: number, verdict: BackfillVerdict) => void
): number[] {
  const plan = backfillPlan(discipline, room);
  return [...queue.keys()].filter((position) => {
    const verdict = plan(queue[position]!);
    sink?.(position, verdict);
    return verdict.starts;
  });
}

function blockPlan(room: Room): BackfillPlan {
  let free = room.free;
  let blocked = false;
  return ({ claim, estimate }) => {
    const before = free;
    const takes = claim(before);
    const starts = !blocked && takes !== undefined;
    const reason = starts ? 'nobody-ahead' : blocked ? 'blocked' : 'too-little-free';
    if (starts) free = without(before, takes);
    else blocked = true;
    return {
      starts,
      reason,
      free: before,
      takes,
      ends: room.now + estimate,
      shadow: undefined,
      reservation: undefined
    };
  };
}
