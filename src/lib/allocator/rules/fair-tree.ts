/**
 * Fair Tree, Slurm's fair-share policy since 19.05: an account that is owed more goes before one that is owed less, with
 * all its users.
 *
 * Siblings are sorted by level fair share = (shares / siblings' shares) / (usage / siblings' usage), the largest first;
 * users are ranked in the order in which the tree is walked so, and a user's factor is rank / number of users, with
 * the first ranked highest. Siblings of equal level tie: users share a rank, accounts pool their children, and a user
 * who ties with an account shares the rank of the account's first user.
 *
 * Sources: SchedMD/slurm `doc/html/fair_tree.shtml` and `src/plugins/priority/multifactor/fair_tree.c`. Where the two
 * differ (the code pools tied accounts only under a condition that reads inverted), this follows the page.
 *
 * @module
 */

import { type Association, isUser, type ShareOwner, sharesOfAll, usageOfAll, usageOf } from './share-tree.ts';

/**
 * How well an association is served among its siblings: above 1 it is owed something, below 1 it had too much.
 * Infinity for one that used nothing, 0 for one without shares.
 */
export function levelFairShare(shares: number, allShares: number, usage: number, allUsage: number): number {
  if (shares === 0) return 0;
  return usage === 0 ? Infinity : shares / allShares / (usage / allUsage);
}

/** Level fair shares of siblings, in their order. */
export function levelFairShares(siblings: readonly ShareOwner[]): number[] {
  const [shares, usage] = [sharesOfAll(siblings), usageOfAll(siblings)];
  return siblings.map((s) => levelFairShare(s.shares, shares, usageOf(s), usage));
}

/** Siblings by index, the one that is owed most first; ties keep their order. */
export function fairShareOrder(siblings: readonly ShareOwner[]): number[] {
  const levels = levelFairShares(siblings);
  return [...siblings.keys()].sort((a, b) => descending(levels[a]!, levels[b]!) || a - b);
}

const descending = (a: number, b: number): number => (a === b ? 0 : a > b ? -1 : 1);

/** What Fair Tree makes of one association. */
export interface FairTreeResult {
  readonly levelFairShare: number;
  /** Above 0, at most 1; undefined for an account. */
  readonly factor: number | undefined;
}

/** Every association below the root, by name. Names are unique. */
export function fairTree(root: readonly Association[]): Map<string, FairTreeResult> {
  const users = countUsers(root);
  const results = new Map<string, FairTreeResult>();
  const ranking = { rank: users, next: users };
  rankSiblings(withLevels(root), false, ranking, (name, level, rank) =>
    results.set(name, { levelFairShare: level, factor: rank === undefined ? undefined : rank / users })
  );
  return results;
}

const countUsers = (associations: readonly Association[]): number =>
  associations.reduce((sum, a) => sum + (a.children === undefined ? 1 : countUsers(a.children)), 0);

interface Leveled {
  readonly association: Association;
  readonly level: number;
}

const withLevels = (siblings: readonly Association[]): Leveled[] => {
  const levels = levelFairShares(siblings);
  return siblings.map((association, i) => ({ association, level: levels[i]! }));
};

/** The rank given last, and the one that the next user gets who ties with nobody. */
interface Ranking {
  rank: number;
  next: number;
}

/** Walks siblings, or the pooled children of tied accounts. `tied`: the first of them shares the rank given last. */
function rankSiblings(
  siblings: readonly Leveled[],
  tied: boolean,
  ranking: Ranking,
  tell: (name: string, level: number, rank?: number) => void
): void {
  const byLevel = siblings.toSorted(
    (a, b) => descending(a.level, b.level) || Number(isUser(b.association)) - Number(isUser(a.association))
  );
  let before: number | undefined;
  for (let i = 0; i < byLevel.length;) {
    const { association, level } = byLevel[i]!;
    const ties = i === 0 ? tied : level === before;
    before = level;
    if (isUser(association)) {
      if (!ties) ranking.rank = ranking.next;
      ranking.next--;
      tell(association.name, level, ranking.rank);
      i++;
      continue;
    }
    // Users sort before accounts of the same level, so all the rest of this level are accounts.
    const pooled = byLevel.slice(i).filter((s) => s.level === level);
    for (const account of pooled) tell(account.association.name, level);
    const children = pooled.flatMap((account) => withLevels(account.association.children!));
    rankSiblings(children, ties, ranking, tell);
    i += pooled.length;
  }
}
