/**
 * What a pod as a whole requests and may use, in exact quantities, as admission counts it.
 *
 * The rule is that of `pod-request.ts`, which holds whole numbers because the scheduler asks it for every pod; here
 * every amount keeps the suffix family that messages print it in. A test holds the two together.
 *
 * Source: kubernetes `component-helpers/resource/helpers.go` and `plugin/pkg/admission/limitranger`, v1.31 to v1.35.
 *
 * @module
 */
import { addLists, type ContainerResources, maxLists, type ResourceList } from './resource-list.ts';

/** A container that runs before the ordinary ones, or, as a sidecar, from then on beside them. */
export interface InitContainerResources extends ContainerResources {
  readonly sidecar?: boolean;
}

/** The containers of a pod. */
export interface PodContainers {
  readonly containers: readonly ContainerResources[];
  readonly initContainers?: readonly InitContainerResources[];
}

type Part = keyof ContainerResources;

const NOTHING: ResourceList = new Map();

/** What the containers of a pod request, or may use, together; a resource that none of them mentions is absent. */
export function podQuantities({ containers, initContainers = [] }: PodContainers, part: Part): ResourceList {
  let running = NOTHING;
  for (const container of containers) running = addLists(running, container[part]);
  let sidecars = NOTHING;
  let starting = NOTHING;
  for (const container of initContainers) {
    const own = container[part];
    if (container.sidecar === true) {
      running = addLists(running, own);
      sidecars = addLists(sidecars, own);
      starting = maxLists(starting, sidecars);
    } else starting = maxLists(starting, addLists(own, sidecars));
  }
  return maxLists(running, starting);
}
