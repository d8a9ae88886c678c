/**
 * Amdahl's law: how many times faster a job gets on `processors`, when a share `parallel` (0 to 1) of it can be spread.
 *
 * Never above 1 / (1 - parallel). Source: Amdahl, AFIPS 1967.
 */
export function amdahlSpeedup(parallel: number, processors: number): number {
  return 1 / (1 - parallel + parallel / processors);
}

/** Between what any schedule needs and what a list schedule at most takes, in ticks. */
export interface MakespanBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Graham's bounds on the makespan of independent one-slot jobs that are all there at the start and of which one starts
 * whenever a slot is free, in any order: `upper` is at most (2 - 1/slots) times the best possible makespan.
 *
 * Source: Graham, SIAM Journal on Applied Mathematics 1969.
 */
export function grahamBounds(services: readonly number[], slots: number): MakespanBounds {
  const share = services.reduce((sum, service) => sum + service, 0) / slots;
  const longest = services.reduce((most, service) => Math.max(most, service), 0);
  return { lower: Math.max(share, longest), upper: share + (1 - 1 / slots) * longest };
}
