/**
 * Closed forms of single-server queues in equilibrium, to hold the simulator's statistics against.
 *
 * Units: `arrivalRate` and `serviceRate` are jobs per unit of time, times are in that unit, ratios are plain numbers.
 * Names follow the field: L is the mean number in the system, W the mean turnaround; with q, only the waiting part.
 * Laws: L = λW and Lq = λWq (Little, Operations Research 1961).
 *
 * @module
 */

import { ln } from './real.ts';

/** Means of a queue in equilibrium; `rho` is the utilisation of each server, 0 to 1. */
export interface QueueMeans {
  readonly rho: number;
  readonly L: number;
  readonly Lq: number;
  readonly W: number;
  readonly Wq: number;
}

/** @throws {RangeError} when more work arrives than the servers can do: the queue grows for ever, no mean exists */
export function checkStable(rho: number): void {
  if (!(rho >= 0 && rho < 1)) throw new RangeError(`Cannot give means of a queue: utilisation is ${rho}, must be < 1`);
}

/** The mean number in a system that jobs enter at `arrivalRate` and stay in for `turnaround` on average. */
export const little = (arrivalRate: number, turnaround: number): number => arrivalRate * turnaround;

/** All means from the wait alone: turnaround is wait + service, numbers follow from Little's law. */
export function meansFromWait(arrivalRate: number, service: number, rho: number, Wq: number): QueueMeans {
  const W = Wq + service;
  return { rho, W, Wq, L: little(arrivalRate, W), Lq: little(arrivalRate, Wq) };
}

/** M/M/1: Poisson arrivals, exponential service, one server. @throws {RangeError} unless arrivalRate < serviceRate */
export function mm1(arrivalRate: number, serviceRate: number): QueueMeans {
  return mg1(arrivalRate, 1 / serviceRate, 2 / (serviceRate * serviceRate));
}

/** Probability that more than `n` jobs are in an M/M/1 system of utilisation `rho`: ρ to the power of n + 1. */
export function mm1MoreThan(rho: number, n: number): number {
  let probability = 1;
  for (let i = 0; i <= n; i++) probability *= rho;
  return probability;
}

/** The turnaround that a share `p` (0 to 1) of M/M/1 jobs stay below, given the mean; turnaround is exponential. */
export const mm1TurnaroundQuantile = (meanTurnaround: number, p: number): number => -meanTurnaround * ln(1 - p);

/**
 * M/G/1: Poisson arrivals, any service, one server (Pollaczek and Khinchine).
 *
 * @param secondMoment mean of the squared service time: its variance plus its mean squared
 * @throws {RangeError} unless arrivalRate × meanService < 1
 */
export function mg1(arrivalRate: number, meanService: number, secondMoment: number): QueueMeans {
  const rho = arrivalRate * meanService;
  checkStable(rho);
  return meansFromWait(arrivalRate, meanService, rho, (arrivalRate * secondMoment) / (2 * (1 - rho)));
}

/** Squared coefficient of variation, variance / mean²: 0 for a constant, 1 for an exponential time. */
export const squaredVariation = (mean: number, secondMoment: number): number => secondMoment / (mean * mean) - 1;

/** What an M/M/1/K queue gives; `effectiveRate` is the rate of the jobs that are let in. */
export interface BoundedQueueMeans {
  readonly blocking: number;
  readonly L: number;
  readonly effectiveRate: number;
  readonly W: number;
}

/** M/M/1/K: at most `places` jobs in the system, the one in service included; a job that finds it full is lost. */
export function mm1k(arrivalRate: number, serviceRate: number, places: number): BoundedQueueMeans {
  const rho = arrivalRate / serviceRate;
  // Weights relative to the empty system, summed term by term: the geometric formula divides by zero at ρ = 1.
  let weight = 1;
  let total = 1;
  let weighted = 0;
  for (let n = 1; n <= places; n++) {
    weight *= rho;
    total += weight;
    weighted += n * weight;
  }
  const blocking = weight / total;
  const effectiveRate = arrivalRate * (1 - blocking);
  const L = weighted / total;
  return { blocking, L, effectiveRate, W: L / effectiveRate };
}

/**
 * Kingman's approximation of the mean wait at one server under heavy load.
 *
 * @param arrivalVariation squared coefficient of variation of the times between arrivals
 * @param serviceVariation the same of the service times
 * @throws {RangeError} unless rho < 1
 */
export function kingmanWait(
  rho: number,
  arrivalVariation: number,
  serviceVariation: number,
  meanService: number
): number {
  checkStable(rho);
  return (rho / (1 - rho)) * ((arrivalVariation + serviceVariation) / 2) * meanService;
}
