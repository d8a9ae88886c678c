/**
 * Gangs that block each other for good: each holds part of what it needs and waits for what the others hold.
 *
 * The Banker's test for deadlock, on nodes: that enough is free in total does not place a pod, so a gang can go on only
 * if its missing pods find nodes.
 *
 * Source: Coffman, Elphick and Shoshani, ACM Computing Surveys 3(2), 1971.
 *
 * @module
 */

import { addAmounts, type GangPod, placeGang } from './gang.ts';
import type { Amounts } from './fit.ts';

/** A gang in the middle of being placed. */
export interface PartialGang {
  /** Pods that have a node, and which. */
  readonly held: readonly { readonly demand: Amounts; readonly node: number }[];
  /** Pods without one; none for a gang that runs, and will end. */
  readonly missing: readonly GangPod[];
}

/**
 * The gangs that hold something and can never be complete, by position, even if all that can run do so and end. One
 * that holds nothing may starve, but keeps nobody waiting.
 *
 * @param free amounts of all nodes, node after node
 */
export function deadlockedGangs(gangs: readonly PartialGang[], free: Amounts): number[] {
  const left = Float64Array.from(free);
  const stuck = new Set(gangs.keys());
  let ended = true;
  while (ended) {
    ended = false;
    for (const gang of stuck) {
      const { held, missing } = gangs[gang]!;
      if (placeGang(missing, left) === undefined) continue;
      for (const { demand, node } of held) addAmounts(left, demand, node, 1);
      stuck.delete(gang);
      ended = true;
    }
  }
  return [...stuck].filter((gang) => gangs[gang]!.held.length > 0);
}
