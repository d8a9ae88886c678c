/**
 * Slurm's classic fair share, with usage that decays.
 *
 * A factor of 1 means nothing used, 1/2 exactly what was due. What siblings used weighs on an association in proportion
 * to its shares: effective usage = own + (parent's effective - own) · shares / siblings' shares; on the first tier
 * it is what was used.
 *
 * Source: SchedMD/slurm `doc/html/classic_fair_share.shtml`.
 *
 * @module
 */

import { exp2 } from './exp2.ts';
import { type Association, isUser, sharesOfAll, usageOf } from './share-tree.ts';

/**
 * 2 to the power of -(usage / shares) / dampening: 1 for no usage, towards 0 for much; 0 without shares.
 *
 * @param usage effective, as a part of all usage, 0 to 1
 * @param shares as a part of all shares, 0 to 1
 * @param dampening above 1 forgives more; Slurm's default is 1
 */
export const fairShareFactor = (usage: number, shares: number, dampening: number): number =>
  shares <= 0 ? 0 : exp2(-(usage / shares) / dampening);

/**
 * The part of some usage that still counts after a time: half of it after each half-life.
 *
 * Slurm applies 1 - 0.693/half-life once a second, which leaves 0.50007 after the default half-life of 7 days.
 *
 * @param halfLife in the same unit as `elapsed`, more than 0; Infinity where usage never decays
 */
export const usageDecay = (elapsed: number, halfLife: number): number => exp2(-elapsed / halfLife);

/** What classic fair share makes of one association. */
export interface ClassicFairShare {
  /** As a part of all shares. */
  readonly shares: number;
  readonly effectiveUsage: number;
  /** 0 to 1; undefined for an account. */
  readonly factor: number | undefined;
}

/**
 * Every association below the root, by name. Names are unique.
 *
 * @param root first tier; users' usage as a part of all that the machine gave, 0 to 1
 */
export function classicFairShare(root: readonly Association[], dampening: number): Map<string, ClassicFairShare> {
  const results = new Map<string, ClassicFairShare>();
  const visit = (siblings: readonly Association[], above: ClassicFairShare | undefined): void => {
    const all = sharesOfAll(siblings);
    for (const a of siblings) {
      const part = all === 0 ? 0 : a.shares / all;
      const own = usageOf(a);
      const shares = part * (above?.shares ?? 1);
      const effectiveUsage = above === undefined ? own : own + (above.effectiveUsage - own) * part;
      const factor = isUser(a) ? fairShareFactor(effectiveUsage, shares, dampening) : undefined;
      const result = { shares, effectiveUsage, factor };
      results.set(a.name, result);
      visit(a.children ?? [], result);
    }
  };
  visit(root, undefined);
  return results;
}
