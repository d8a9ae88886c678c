import {
  eventId,
  guardId,
  next,
  stateId,
  table,
  type EventName,
  type GuardName
} from '#lib/allocator/lifecycle/index.ts';
import type { CountingLoop } from './counting-loop.ts';
import { noCounts, type Counts } from './counts.ts';

/** What a counting run did: the engine's counts, and how often each transition of the chart was taken. */
export interface Counted {
  readonly counts: Counts;
  readonly taken: Float64Array;
}

/** The transition that an event takes in the only state in which it is sent here. */
function transition(from: number, event: EventName, guard?: GuardName): number {
  return next(from, eventId[event], guard === undefined ? 0 : 1 << guardId[guard]);
}

/** What the engine would have counted. The moves are those of the loop's own heap, which holds nothing but ends. */
export function tally(loop: CountingLoop): Counted {
  const { arrived, rejected, queued, rechecks, waitsOn, heapMoves, peakHeld, peakWaiting } = loop;
  const started = arrived - rejected - queued + rechecks - waitsOn;
  const taken = new Float64Array(table.transitions.length);
  taken[transition(stateId.requested, 'check')] = arrived;
  taken[transition(stateId.checking, 'decide', 'neverFits')] = rejected;
  taken[transition(stateId.checking, 'decide')] = queued + waitsOn;
  taken[transition(stateId['waiting.queued'], 'recheck')] = rechecks;
  taken[transition(stateId.checking, 'decide', 'fits')] = started;
  taken[transition(stateId.allocated, 'start')] = started;
  taken[transition(stateId.running, 'end')] = started;
  taken[transition(stateId.releasing, 'release', 'completed')] = started;
  const counts: Counts = {
    ...noCounts(),
    queueScans: arrived + rechecks,
    checks: arrived + rechecks,
    nodeChecks: loop.room.nodeChecks,
    allocations: started,
    releases: started,
    heapMoves,
    peakHeld,
    peakWaiting
  };
  return { counts, taken };
}
