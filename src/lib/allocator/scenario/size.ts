import type { ScenarioFile } from './schema.ts';

/** How large a scenario is before it is expanded, which takes as long as its jobs and nodes are many. */
export interface ScenarioSize {
  /** Pods that may come to be: of jobs, of a workload, and of deployments at their largest. */
  readonly pods: number;
  /** Nodes at most, those of an autoscaler included. */
  readonly nodes: number;
}

/** The size of a checked scenario file. A workload that is given as CSV counts its lines. */
export function sizeOf({ cluster, jobs, workload, deployments, interventions }: ScenarioFile): ScenarioSize {
  const listed = sum(jobs, ({ count, gang }) => count * gang);
  const scaled = sum(deployments, ({ replicas, hpa }) => Math.max(replicas, hpa?.max ?? 0));
  const arriving = sum(interventions, (change) =>
    'arrives' in change ? change.arrives.count * change.arrives.gang : 0
  );
  const drawn = workload === undefined ? 0 : 'csv' in workload ? workload.csv.split('\n').length : workload.n;
  return {
    pods: listed + scaled + arriving + drawn,
    nodes: Math.max(
      sum(cluster.nodes, ({ count }) => count),
      cluster.autoscaler?.max ?? 0
    )
  };
}

const sum = <T>(entries: readonly T[], of: (entry: T) => number): number =>
  entries.reduce((total, entry) => total + of(entry), 0);
