/** Start and end of every job of a first-come first-served trace; positions as in the input. */
export interface FcfsTrace {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * First come, first served on `servers` equal servers, from arrivals and services alone: each job takes the server that
 * is free first (Kiefer and Wolfowitz, 1955). An oracle for the simulator, whose engine works by events instead.
 *
 * @param arrivals ticks, not decreasing
 * @param services ticks, one for each arrival
 * @throws {RangeError} when an arrival is earlier than the one before it or has no service
 */
export function fcfsTrace(arrivals: readonly number[], services: readonly number[], servers: number): FcfsTrace {
  const freeAt = new Array<number>(servers).fill(0);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [i, arrival] of arrivals.entries()) {
    const service = services[i];
    if (service === undefined) throw new RangeError(`Cannot trace job ${i}: it has no service time`);
    if (arrival < (arrivals[i - 1] ?? arrival))
      throw new RangeError(`Cannot trace job ${i}: it arrived before job ${i - 1}`);
    const earliest = Math.min(...freeAt);
    const start = Math.max(arrival, earliest);
    freeAt[freeAt.indexOf(earliest)] = start + service;
    starts.push(start);
    ends.push(start + service);
  }
  return { starts, ends };
}
