/**
 * Gangs: pods that are of use only together, placed all or nothing, or pod by pod as kube-scheduler does without help.
 *
 * Source: KEP-4671 (gang scheduling), Motivation.
 *
 * @module
 */

import type { Amounts } from './fit.ts';

/** A pod that needs a node: what it asks for, and the node that its policy chooses in a given room. */
export interface GangPod {
  readonly demand: Amounts;
  /**
   * @param free amounts of all nodes, node after node, as many resources each as `demand` has
   * @returns the node, or -1 where it fits on none
   */
  readonly choose: (free: Amounts) => number;
}

/** How far a placement came: all the pods, or those before the first that fits nowhere. */
export interface GangEvidence {
  readonly needed: number;
  readonly placed: number;
}

/**
 * The node of each pod when all are placed one after the other, each in the room that those before it leave; undefined,
 * and nothing booked, where one of them fits nowhere. `free` is not changed.
 */
export function placeGang(
  pods: readonly GangPod[],
  free: Amounts,
  sink?: (evidence: GangEvidence) => void
): number[] | undefined {
  const left = Float64Array.from(free);
  const nodes: number[] = [];
  for (const pod of pods) {
    const node = takeNode(pod, left);
    if (node === -1) break;
    nodes.push(node);
  }
  sink?.({ needed: pods.length, placed: nodes.length });
  return nodes.length === pods.length ? nodes : undefined;
}

/** Takes the chosen node's amounts out of `free`; -1, and nothing taken, where the pod fits nowhere. */
export function takeNode({ demand, choose }: GangPod, free: Float64Array): number {
  const node = choose(free);
  if (node !== -1) addAmounts(free, demand, node, -1);
  return node;
}

/** Adds a demand to the amounts of a node, or takes it out. */
export function addAmounts(free: Float64Array, demand: Amounts, node: number, sign: 1 | -1): void {
  for (let r = 0; r < demand.length; r++) free[node * demand.length + r]! += sign * demand[r]!;
}

/**
 * The nodes that each gang gets when one pod of each is placed in turn, until no pod that is left fits anywhere: nobody
 * asks whether a gang will ever be complete.
 */
export function placeInTurns(gangs: readonly (readonly GangPod[])[], free: Amounts): number[][] {
  const left = Float64Array.from(free);
  const nodes = gangs.map((): number[] => []);
  let placed = true;
  while (placed) {
    placed = false;
    gangs.forEach((pods, gang) => {
      const pod = pods[nodes[gang]!.length];
      const node = pod === undefined ? -1 : takeNode(pod, left);
      if (node === -1) return;
      nodes[gang]!.push(node);
      placed = true;
    });
  }
  return nodes;
}
