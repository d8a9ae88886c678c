import type { Complaints, Path } from './complaints.ts';
import { offered } from './expand-gpus.ts';
import type { ScenarioFile } from './schema.ts';
import type { GpuSharing, Node } from './types.ts';

type NodeEntry = ScenarioFile['cluster']['nodes'][number];

/** The nodes of one entry: `name` itself, or `name-1` to `name-<count>`. */
export function expandNode(
  { count, ...entry }: NodeEntry,
  path: Path,
  resources: readonly string[],
  complaints: Complaints
): { node: Node; path: Path }[] {
  const node = expandBody(entry, path, resources, complaints);
  return Array.from({ length: count }, (_, i) => ({
    path: [...path, 'name'],
    node: count === 1 ? node : { ...node, name: `${node.name}-${i + 1}` }
  }));
}

/** One node, or the template of those an autoscaler adds. */
export function expandBody(
  body: Omit<NodeEntry, 'count'>,
  path: Path,
  resources: readonly string[],
  complaints: Complaints
): Node {
  const amounts = offered(body, path, complaints);
  return {
    name: body.name,
    allocatable: resources.map((r) =>
      amounts[r] === undefined ? 0 : complaints.amount([...path, 'allocatable', r], r, amounts[r])
    ),
    labels: body.labels,
    taints: body.taints,
    unschedulable: body.unschedulable,
    ...(body.gpus === undefined ? {} : { gpus: sharingOf(body.gpus) })
  };
}

function sharingOf({ model, sharing }: NonNullable<NodeEntry['gpus']>): GpuSharing {
  const { timeSlicing, mps, mig } = sharing;
  return {
    model,
    ...(timeSlicing === undefined ? {} : { timeSlicing: timeSlicing.replicas }),
    ...(mps === undefined ? {} : { mps: mps.replicas }),
    ...(mig === undefined ? {} : { mig })
  };
}
