/** What a run did, by kind: operations, never time. See SPEC.md, section 6. */
export interface Counts {
  /** Jobs looked at in the queue. */
  queueScans: number;
  /** Nodes held against a demand. */
  nodeChecks: number;
  /** Feasible nodes compared by rank. */
  rankComparisons: number;
  /** Nodes searched for victims. */
  victimSearches: number;
  /** Entries moved in the heap of events. */
  heapMoves: number;
  /** Checks of a job, first ones and repeated ones. */
  checks: number;
  allocations: number;
  releases: number;
  preemptions: number;
  /** Most pods that held room at the same time. */
  peakHeld: number;
  /** Most jobs that waited at the same time. */
  peakWaiting: number;
}

export const noCounts = (): Counts => ({
  queueScans: 0,
  nodeChecks: 0,
  rankComparisons: 0,
  victimSearches: 0,
  heapMoves: 0,
  checks: 0,
  allocations: 0,
  releases: 0,
  preemptions: 0,
  peakHeld: 0,
  peakWaiting: 0
});
