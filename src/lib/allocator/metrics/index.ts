/** What a run comes to: wait, turnaround, slowdown, utilisation, makespan, throughput, fairness. Times are in ticks. */
export { figuresOf, FigureSums, jain, type Figures, type JobFigures } from './figures.ts';
export { JobClocks, type JobTimes } from './job-clocks.ts';
export { jobTimes } from './job-times.ts';
export { metricsOf, RunMetrics, type Metrics } from './metrics.ts';
