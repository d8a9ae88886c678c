import type { Backfill } from './reservations.ts';

/** The jobs of one pass, one after the other. */
export interface Candidates {
  /** The next that the pass has to look at, -1 when there is none. @param plan what those ahead have reserved, if anybody has */
  next(plan: Backfill | undefined): number;
}

/** The jobs that wait, in the policy's order. */
export interface Queue {
  readonly size: number;
  has(job: number): boolean;
  add(job: number): void;
  remove(job: number): void;
  /** All in the policy's order. */
  inOrder(): readonly number[];
  /** Those of a pass, with the newcomers, who are sorted. Jobs may leave the queue, or join it where they stand, meanwhile. */
  candidates(newcomers: readonly number[]): Candidates;
}
