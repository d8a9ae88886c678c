import { exponential, stream } from '#lib/base/random/index.ts';
import type { Scenario, ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { countJobs, type JobBlock } from '#lib/allocator/sim/index.ts';
import { scenarioWith } from './scenario.ts';

/** Three sorts of nodes, in turn: without GPUs, with four, with eight. */
const shapes = [
  { share: 6, allocatable: { cpu: 64, memory: '256Gi' } },
  { share: 3, allocatable: { cpu: 64, memory: '512Gi', 'nvidia.com/gpu': 4 } },
  { share: 1, allocatable: { cpu: 128, memory: '1Ti', 'nvidia.com/gpu': 8 } }
] as const;

/** What jobs ask for: many small ones without a GPU, fewer with one to eight. */
const demands = [
  ...[1, 2, 4, 8, 16].map((cpu) => ({ cpu, memory: `${cpu * 4}Gi` })),
  ...[1, 2, 4, 8].map((gpus) => ({ cpu: gpus * 6, memory: `${gpus * 24}Gi`, 'nvidia.com/gpu': gpus }))
];

/** Mean service in ticks. */
const SERVICE = 10_000;
/** Pods that a node holds at once on average, so that the cluster is busy and rarely full. */
const PODS_A_NODE = 1;

/** Jobs of several sizes on nodes of several sorts. */
export function clusterScenario(nodes: number, count: number, policy: ScenarioInput['policy']): Scenario {
  const gap = exponential(SERVICE / (PODS_A_NODE * nodes));
  const length = exponential(SERVICE);
  const chance = stream(1, 'cluster');
  const jobs: JobBlock = {
    count,
    arrival: new Float64Array(count),
    service: new Float64Array(count),
    kind: new Uint32Array(count)
  };
  let tick = 0;
  for (let job = 0; job < count; job++) {
    tick += gap(chance);
    jobs.arrival[job] = Math.round(tick);
    jobs.service[job] = Math.max(1, Math.round(length(chance)));
    jobs.kind[job] = chance.intBelow(demands.length);
  }
  const all = shapes.map(({ share, allocatable }, i) => ({
    name: `shape-${i}`,
    count: Math.max(1, Math.round((nodes * share) / 10)),
    allocatable
  }));
  return scenarioWith(
    {
      cluster: { nodes: all },
      jobs: demands.map((requests, i) => ({ name: `kind-${i}`, resources: { requests } })),
      ...(policy === undefined ? {} : { policy })
    },
    jobs
  );
}

/** Runs jobs on many nodes and keeps start and end of each; the sum of the ends. */
export function countCluster(nodes: number, count: number): () => number {
  const scenario = clusterScenario(nodes, count, { preset: 'textbook' });
  return () => countJobs(scenario).end.reduce((sum, tick) => sum + tick, 0);
}
