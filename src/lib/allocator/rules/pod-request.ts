/**
 * What a pod as a whole asks of a node, from what its containers ask.
 *
 * Init containers run one after another before the ordinary containers, so they count by their maximum; a sidecar (an
 * init container with restartPolicy Always) keeps running, so it adds to everything that starts after it. Limits never
 * count.
 *
 * Source: kubernetes `component-helpers/resource/helpers.go`; sidecars KEP-753, pod-level resources KEP-2837.
 *
 * @module
 */

import type { Amounts } from './fit.ts';

/** Requests by resource index; a resource that is not mentioned is undefined, which is not the same as an explicit 0. */
export type Requests = readonly (number | undefined)[];

/** A container that runs before the ordinary ones, or from then on beside them. */
export interface InitContainer {
  readonly requests: Requests;
  readonly sidecar: boolean;
}

/** The parts of a pod's specification that decide its request. */
export interface PodSpec {
  readonly containers: readonly Requests[];
  readonly initContainers?: readonly InitContainer[];
  /** What the sandbox itself costs (RuntimeClass). */
  readonly overhead?: Requests;
  /** `spec.resources.requests` of the pod: replaces the containers' figure for each resource it mentions. */
  readonly podLevel?: Requests;
}

/**
 * The amounts by resource index that a pod needs to be placed.
 *
 * @param resources how many resources there are
 */
export function podRequest(pod: PodSpec, resources: number): Float64Array {
  const request = new Float64Array(resources);
  for (let r = 0; r < resources; r++)
    request[r] = (pod.podLevel?.[r] ?? containersRequest(pod, r)) + (pod.overhead?.[r] ?? 0);
  return request;
}

/** What is assumed of a container without a request, where nodes are scored: 100 millicores and 200 MiB. */
export function assumedAmounts(names: readonly string[]): number[] {
  return names.map((name) => (name === 'cpu' ? 100 : name === 'memory' ? 200 * 1024 * 1024 : 0));
}

/**
 * The amounts by which LeastAllocated, MostAllocated and RequestedToCapacityRatio reckon a pod: a container that leaves
 * out a resource counts as asking for `assumed` of it (0 where nothing is assumed).
 */
export function assumedRequest(pod: PodSpec, assumed: Amounts): Float64Array {
  const fill = (requests: Requests): Requests => Array.from(assumed, (amount, r) => requests[r] ?? amount);
  const filled: PodSpec = {
    ...pod,
    containers: pod.containers.map(fill),
    initContainers: (pod.initContainers ?? []).map((c) => ({ ...c, requests: fill(c.requests) }))
  };
  return podRequest(filled, assumed.length);
}

function containersRequest(pod: PodSpec, r: number): number {
  let running = 0;
  for (const requests of pod.containers) running += requests[r] ?? 0;
  let sidecars = 0;
  let starting = 0;
  for (const { requests, sidecar } of pod.initContainers ?? []) {
    const asked = requests[r] ?? 0;
    if (sidecar) sidecars += asked;
    starting = Math.max(starting, sidecar ? sidecars : sidecars + asked);
  }
  return Math.max(running + sidecars, starting);
}
