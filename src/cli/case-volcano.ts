import { fits } from '#lib/allocator/rules/fit.ts';
import { traitRejection } from '#lib/allocator/rules/node-filter.ts';
import { bestNode, byScore } from '#lib/allocator/rules/rank.ts';
import { leastAllocated, scoredResource } from '#lib/allocator/rules/score.ts';
import { type VolcanoTask, volcanoSession } from '#lib/allocator/rules/volcano.ts';
import { type CaseCluster, type CaseNode, type CasePod, demandOf, readCluster } from './case-cluster.ts';
import type { Case } from './case-kit.ts';

interface VolcanoCase extends Case {
  readonly jobs: readonly {
    readonly name: string;
    readonly queue: string;
    readonly minMember: number;
    readonly minTaskMember?: Readonly<Record<string, number>>;
  }[];
  readonly pods: readonly {
    readonly name: string;
    readonly job: string;
    readonly requests: Readonly<Record<string, string>>;
    readonly task?: string;
    readonly nodeSelector?: Readonly<Record<string, string>>;
  }[];
  readonly nodes: readonly CaseNode[];
}

type VolcanoPod = VolcanoCase['pods'][number];

const asPod = ({ requests, nodeSelector = {} }: VolcanoPod): CasePod => ({ containers: [{ requests }], nodeSelector });

/** Volcano's default node order, as far as these cases tell nodes apart: the emptiest of those that fit. */
function readTask(pod: VolcanoPod, cluster: CaseCluster): VolcanoTask {
  const { names, nodes, allocatable } = cluster;
  const demand = demandOf(asPod(pod), cluster);
  const scored = ['cpu', 'memory'].map((name) => scoredResource(name, 1, names));
  const admitting = [...nodes.keys()].filter((node) => traitRejection(asPod(pod), nodes[node]!) === undefined);
  return {
    role: pod.task ?? '',
    demand,
    choose: (free) =>
      bestNode(
        admitting.filter((node) => fits(demand, free, node * names.length)),
        byScore((node) => leastAllocated(demand, free, allocatable, node * names.length, scored))
      )
  };
}

/** The node that one Volcano session binds each pod to, by names. */
export function allocate(c: Case): Record<string, string> {
  const { jobs, pods, nodes } = c as VolcanoCase;
  const cluster = readCluster(nodes, [], pods.map(asPod));
  const width = cluster.names.length;
  const podsOf = jobs.map((job) => pods.filter((pod) => pod.job === job.name));
  const total = cluster.names.map((_, r) =>
    nodes.reduce((sum, _n, node) => sum + cluster.allocatable[node * width + r]!, 0)
  );
  const session = volcanoSession(
    jobs.map(({ queue, minMember, minTaskMember = {} }, i) => ({
      queue,
      minMember,
      minTaskMember,
      tasks: podsOf[i]!.map((pod) => readTask(pod, cluster))
    })),
    cluster.allocatable,
    total
  );
  return Object.fromEntries(session.map(({ job, task, node }) => [podsOf[job]![task]!.name, nodes[node]!.name]));
}
