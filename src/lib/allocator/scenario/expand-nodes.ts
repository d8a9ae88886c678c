import type { Complaints, Path } from './complaints.ts';
import type { ScenarioFile } from './schema.ts';
import type { Node } from './types.ts';

type NodeEntry = ScenarioFile['cluster']['nodes'][number];

/** The nodes of one entry: `name` itself, or `name-1` to `name-<count>`. */
export function expandNode(
  entry: NodeEntry,
  path: Path,
  resources: readonly string[],
  complaints: Complaints
): { node: Node; path: Path }[] {
  const { count, name, ...body } = entry;
  return Array.from({ length: count }, (_, i) => ({
    path: [...path, 'name'],
    node: expandBody({ ...body, name: count === 1 ? name : `${name}-${i + 1}` }, path, resources, complaints)
  }));
}

/** One node, or the template of those an autoscaler adds. */
export function expandBody(
  body: Omit<NodeEntry, 'count'>,
  path: Path,
  resources: readonly string[],
  complaints: Complaints
): Node {
  const { gpus } = body;
  return {
    name: body.name,
    allocatable: resources.map((r) =>
      body.allocatable[r] === undefined ? 0 : complaints.amount([...path, 'allocatable', r], r, body.allocatable[r])
    ),
    labels: body.labels,
    taints: body.taints,
    unschedulable: body.unschedulable,
    ...(gpus === undefined
      ? {}
      : {
          gpus: {
            model: gpus.model,
            ...(gpus.sharing.timeSlicing === undefined ? {} : { timeSlicing: gpus.sharing.timeSlicing.replicas }),
            ...(gpus.sharing.mps === undefined ? {} : { mps: gpus.sharing.mps.replicas }),
            ...(gpus.sharing.mig === undefined ? {} : { mig: gpus.sharing.mig })
          }
        })
  };
}
