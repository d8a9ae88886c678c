/**
 * Quota in a tree of cohorts, as Kueue keeps it: what a queue may still take of its own, and what it may borrow.
 *
 * A node is a ClusterQueue or a cohort. A cell is one resource in one flavour; amounts are whole numbers by cell.
 * A node keeps back what its lending limit does not let go, and puts the rest, with its usage beyond what it kept
 * back, into its parent: usage(parent) = Σ max(0, usage(child) - kept(child)).
 *
 * Source: kubernetes-sigs/kueue `pkg/cache/scheduler/resource_node.go`, 2026-08.
 *
 * @module
 */

import type { Amounts } from './fit.ts';

/** The quota of one cell. */
export interface Quota {
  readonly nominal: number;
  /** The most that may be taken from the parent above `nominal`; Infinity where there is no limit. */
  readonly borrowingLimit: number;
  /** The most that others may use of it; Infinity where all is lent. */
  readonly lendingLimit: number;
}

/** One node as it is declared. */
export interface QuotaNode {
  /** Index of its parent, smaller than its own; -1 for a root. */
  readonly parent: number;
  /** By cell; undefined where the node declares none. */
  readonly quotas: readonly (Quota | undefined)[];
  /** Weight in fair sharing, at least 0. */
  readonly weight: number;
}

/** The tree with what follows from it. Arrays hold all nodes, `width` cells each. */
export interface QuotaTree {
  readonly nodes: readonly QuotaNode[];
  readonly children: readonly (readonly number[])[];
  readonly width: number;
  /** Resource of each cell, numbered in alphabetical order. */
  readonly resourceOf: readonly number[];
  /** 1 where the node or one below it declares a quota. */
  readonly declared: Uint8Array;
  /** What the node and those below it have together, without what those below keep back. */
  readonly subtree: Float64Array;
  /** The part of `subtree` that the parent never sees. */
  readonly kept: Float64Array;
  /** What counts against `subtree`; changed by {@link changeUsage} alone. */
  readonly usage: Float64Array;
}

/**
 * The tree of these nodes, with nothing used.
 *
 * @param resourceOf resource of each cell, numbered in alphabetical order of the resources' names
 * @throws {RangeError} if a node does not come after its parent
 */
export function quotaTree(nodes: readonly QuotaNode[], resourceOf: readonly number[]): QuotaTree {
  const width = resourceOf.length;
  const row = (): Float64Array => new Float64Array(nodes.length * width);
  const tree = {
    nodes,
    children: nodes.map((): number[] => []),
    width,
    resourceOf,
    declared: new Uint8Array(nodes.length * width),
    subtree: row(),
    kept: row(),
    usage: row()
  };
  for (let node = nodes.length - 1; node >= 0; node--) sumInto(tree, node);
  return tree;
}

/** Completes a node whose children are complete, and adds it to its parent. */
function sumInto(tree: QuotaTree & { readonly children: number[][] }, node: number): void {
  const { parent, quotas } = tree.nodes[node]!;
  if (parent >= node) throw new RangeError(`Cannot place quota node ${node}: its parent ${parent} must come before it`);
  for (let cell = 0; cell < tree.width; cell++) {
    const at = node * tree.width + cell;
    const quota = quotas[cell];
    if (quota !== undefined) {
      tree.declared[at] = 1;
      tree.subtree[at]! += quota.nominal;
      tree.kept[at] = Math.max(0, tree.subtree[at]! - quota.lendingLimit);
    }
    if (parent < 0) continue;
    const above = parent * tree.width + cell;
    tree.declared[above]! |= tree.declared[at]!;
    tree.subtree[above]! += tree.subtree[at]! - tree.kept[at]!;
  }
  if (parent >= 0) tree.children[parent]!.unshift(node);
}

/** The same tree with usage of its own, to try something out. */
export const copyOf = (tree: QuotaTree): QuotaTree => ({ ...tree, usage: tree.usage.slice() });

/** Books `amount` more in one cell of a node (less, where it is negative) and carries what its parents see of it. */
export function changeUsage(tree: QuotaTree, node: number, cell: number, amount: number): void {
  for (let n = node, change = amount; n >= 0 && change !== 0; n = tree.nodes[n]!.parent) {
    const at = n * tree.width + cell;
    const before = Math.max(0, tree.usage[at]! - tree.kept[at]!);
    tree.usage[at]! += change;
    change = Math.max(0, tree.usage[at]! - tree.kept[at]!) - before;
  }
}

/** Books (`sign` 1) or gives back (-1) a demand by cell. */
export function changeUsages(tree: QuotaTree, node: number, demand: Amounts, sign: 1 | -1): void {
  for (let cell = 0; cell < tree.width; cell++) changeUsage(tree, node, cell, sign * demand[cell]!);
}

/** What is left of the part that the node keeps back. */
export const keptFree = (tree: QuotaTree, node: number, cell: number): number => {
  const at = node * tree.width + cell;
  return Math.max(0, tree.kept[at]! - tree.usage[at]!);
};

/** Below 0 where more is booked than there is: quota was taken away, or the node moved. */
function balance(tree: QuotaTree, node: number, cell: number): number {
  const { parent, quotas } = tree.nodes[node]!;
  const at = node * tree.width + cell;
  const [subtree, kept, usage] = [tree.subtree[at]!, tree.kept[at]!, tree.usage[at]!];
  if (parent < 0) return subtree - usage;
  const limit = quotas[cell]?.borrowingLimit ?? Infinity;
  const underLimit = subtree - kept - Math.max(0, usage - kept) + limit;
  return keptFree(tree, node, cell) + Math.min(underLimit, balance(tree, parent, cell));
}

/** What a node may still take in a cell, its own and borrowed, at least 0. */
export const available = (tree: QuotaTree, node: number, cell: number): number =>
  Math.max(0, balance(tree, node, cell));

/** The most that a node could ever take in a cell, with nobody using anything. */
export function potentiallyAvailable(tree: QuotaTree, node: number, cell: number): number {
  const { parent, quotas } = tree.nodes[node]!;
  const at = node * tree.width + cell;
  if (parent < 0) return tree.subtree[at]!;
  const limit = quotas[cell]?.borrowingLimit ?? Infinity;
  return Math.min(tree.subtree[at]! + limit, tree.kept[at]! + potentiallyAvailable(tree, parent, cell));
}

/** Whether a node uses more than its quota in a cell, or would with `more`. */
export const borrows = (tree: QuotaTree, node: number, cell: number, more = 0): boolean =>
  tree.usage[node * tree.width + cell]! + more > tree.subtree[node * tree.width + cell]!;

/** A cell in which a node may not take what is asked: `asked > available`, or it would borrow and must not. */
export interface QuotaShortage {
  readonly cell: number;
  readonly asked: number;
  readonly available: number;
  /** The most it could ever take; where even that is too little, waiting does not help. */
  readonly potentiallyAvailable: number;
}

/** Every cell in which a demand is too much for a queue now, with the numbers compared; none where it is admitted. */
export function quotaShortages(tree: QuotaTree, queue: number, demand: Amounts, mayBorrow = true): QuotaShortage[] {
  const short: QuotaShortage[] = [];
  for (let cell = 0; cell < tree.width; cell++) {
    const asked = demand[cell]!;
    if (asked === 0 || cellFits(tree, queue, cell, asked, mayBorrow)) continue;
    short.push({
      cell,
      asked,
      available: available(tree, queue, cell),
      potentiallyAvailable: potentiallyAvailable(tree, queue, cell)
    });
  }
  return short;
}

/** Whether a queue may take a demand now; all of it or none. */
export function quotaFits(tree: QuotaTree, queue: number, demand: Amounts, mayBorrow = true): boolean {
  for (let cell = 0; cell < tree.width; cell++) {
    const asked = demand[cell]!;
    if (asked !== 0 && !cellFits(tree, queue, cell, asked, mayBorrow)) return false;
  }
  return true;
}

const cellFits = (tree: QuotaTree, queue: number, cell: number, asked: number, mayBorrow: boolean): boolean =>
  (mayBorrow || !borrows(tree, queue, cell, asked)) && asked <= available(tree, queue, cell);
