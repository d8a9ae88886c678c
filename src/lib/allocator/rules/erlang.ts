/**
 * Erlang's formulas: many servers, Poisson arrivals, exponential service.
 *
 * Units: `offeredLoad` is arrival rate / service rate, in servers (erlang); rates and times as in `queueing.ts`.
 *
 * @module
 */

import { checkStable, meansFromWait, type QueueMeans } from './queueing.ts';
import { exp } from './real.ts';

/** Erlang B: the share of jobs lost when nobody may wait (M/M/c/c), by the recursion over the number of servers. */
export function erlangB(servers: number, offeredLoad: number): number {
  let blocking = 1;
  for (let k = 1; k <= servers; k++) blocking = (offeredLoad * blocking) / (k + offeredLoad * blocking);
  return blocking;
}

/** Erlang C: the probability that a job must wait (M/M/c). @throws {RangeError} unless offeredLoad < servers */
export function erlangC(servers: number, offeredLoad: number): number {
  const rho = offeredLoad / servers;
  checkStable(rho);
  const blocking = erlangB(servers, offeredLoad);
  return blocking / (1 - rho * (1 - blocking));
}

/** Means of an M/M/c queue. @throws {RangeError} unless arrivalRate < servers × serviceRate */
export function mmc(arrivalRate: number, serviceRate: number, servers: number): QueueMeans {
  const offeredLoad = arrivalRate / serviceRate;
  const wait = erlangC(servers, offeredLoad) / (servers * serviceRate - arrivalRate);
  return meansFromWait(arrivalRate, 1 / serviceRate, offeredLoad / servers, wait);
}

/** The probability that an M/M/c job waits longer than `time`. @throws {RangeError} unless the queue is stable */
export function mmcWaitsLonger(arrivalRate: number, serviceRate: number, servers: number, time: number): number {
  return erlangC(servers, arrivalRate / serviceRate) * exp(-(servers * serviceRate - arrivalRate) * time);
}
