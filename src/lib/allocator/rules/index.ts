/** The rules of the allocator, one file a rule: whole numbers and arrays in, a verdict out. */
export { fits, shortages, type Amounts, type Shortage } from './fit.ts';
export { failedSchedulingMessage, type PreemptionReport } from './failed-scheduling.ts';
export { fitRejection, traitRejection, type NodeRejection } from './node-filter.ts';
export { bestFit, bestNode, byScore, firstFit, type Prefers } from './rank.ts';
export { leastAllocated, mostAllocated, type NodeScore, type ScoredResource } from './score.ts';
export { balancedAllocation } from './score-balanced.ts';
export { requestedToCapacityRatio } from './score-ratio.ts';
export { preempt, type PreemptionAttempt } from './preemption.ts';
export { type Occupancy, type VictimSearch } from './victims.ts';
export { retryDelay } from './job-backoff.ts';
export { jobFailure } from './job-control.ts';
export { cpuGranted, exceedsMemoryLimit, OOM_KILLED, throttledService } from './throttle.ts';
export { CRASH_LOOP, restartAfterCrash } from './restart-backoff.ts';
export { evictionOrder } from './eviction.ts';
export { GPU_RESOURCE, refusesSeveral, severalRefused } from './gpu-sharing.ts';
export { estimateScaleUp, type PendingGroup } from './autoscaler.ts';
export { AUTOSCALER_SECONDS, nodeUtilisation, SCALE_DOWN_DEFAULTS, scanNode, type Use } from './scale-down.ts';
