/** What a run comes to: wait, turnaround, slowdown, utilisation, makespan, throughput, fairness. Times are in ticks. */
export { jobTimes, type JobTimes } from './job-times.ts';
export { figuresOf, jain, metricsOf, type JobFigures, type Metrics } from './metrics.ts';
