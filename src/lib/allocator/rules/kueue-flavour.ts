/**
 * Which flavour does Kueue give a request? They are tried in their order; the first that fits is taken, else the first
 * where preemption could help.
 *
 * Source: kubernetes-sigs/kueue `pkg/scheduler/flavorassigner`, 2026-08, with the default fungibility (borrow before
 * trying the next flavour, try the next flavour before preempting).
 *
 * @module
 */

import type { Amounts } from './fit.ts';
import { borrows, keptFree, quotaShortages, type QuotaShortage, type QuotaTree } from './kueue-quota.ts';

export type FlavourMode = 'Fit' | 'Preempt' | 'NoFit';

/** One flavour tried; `shortages` is empty where it fits. */
export interface FlavourAttempt {
  readonly flavour: number;
  readonly mode: FlavourMode;
  readonly shortages: readonly QuotaShortage[];
}

/**
 * Tries flavours up to the first that fits.
 *
 * @param demands the request by cell, once for each flavour
 * @param reclaimsWhileBorrowing whether the queue may preempt others so that it borrows itself
 */
export function tryFlavours(
  tree: QuotaTree,
  queue: number,
  demands: readonly Amounts[],
  reclaimsWhileBorrowing: boolean
): FlavourAttempt[] {
  const attempts: FlavourAttempt[] = [];
  for (const [flavour, demand] of demands.entries()) {
    const shortages = quotaShortages(tree, queue, demand);
    const hopeless = shortages.some((s) => !couldBeFreed(tree, queue, s, reclaimsWhileBorrowing));
    const mode = shortages.length === 0 ? 'Fit' : hopeless ? 'NoFit' : 'Preempt';
    attempts.push({ flavour, mode, shortages });
    if (mode === 'Fit') break;
  }
  return attempts;
}

/** The attempt that counts; undefined where no flavour can be given. */
export const bestFlavour = (attempts: readonly FlavourAttempt[]): FlavourAttempt | undefined =>
  attempts.find(({ mode }) => mode === 'Fit') ?? attempts.find(({ mode }) => mode === 'Preempt');

/** Whether preempting somebody could make room, so that it is worth a search. */
function couldBeFreed(tree: QuotaTree, queue: number, short: QuotaShortage, whileBorrowing: boolean): boolean {
  if (short.asked > short.potentiallyAvailable) return false;
  const nominal = tree.nodes[queue]!.quotas[short.cell]?.nominal ?? 0;
  return nominal >= short.asked || whileBorrowing || fitsBelowRoot(tree, queue, short);
}

/** Whether some node below the root would hold the request within its own quota. */
function fitsBelowRoot(tree: QuotaTree, queue: number, { cell, asked }: QuotaShortage): boolean {
  let rest = asked;
  for (let node = queue; tree.nodes[node]!.parent >= 0; node = tree.nodes[node]!.parent) {
    if (!borrows(tree, node, cell, rest)) return true;
    rest -= keptFree(tree, node, cell);
  }
  return false;
}
