/**
 * Dominant resource fairness in a tree of clients, as Mesos keeps it for roles such as `research/vision`.
 *
 * Siblings are compared with each other, so that a client is served after its ancestors' shares have been weighed. A
 * client that has clients below it takes part among them as a leaf of its own, named `.`.
 *
 * Source: apache/mesos `src/master/allocator/mesos/sorter/drf/sorter.{cpp,hpp}`.
 *
 * @module
 */

import { drfOrder } from './drf.ts';
import type { Amounts } from './fit.ts';

const OWN_LEAF = '.';

interface Node {
  readonly name: string;
  readonly path: string;
  readonly parent: Node | undefined;
  /** Empty for a leaf; every leaf is a client, every client a leaf. */
  readonly children: Map<string, Node>;
  active: boolean;
  served: number;
  allocated: readonly number[];
}

/** Clients by path, what they hold, and their order. Amounts are whole numbers by resource. */
export class DrfSorter {
  readonly #root: Node;
  readonly #clients = new Map<string, Node>();
  readonly #weights = new Map<string, number>();

  /** @param width how many resources there are */
  constructor(width: number) {
    const allocated = new Array<number>(width).fill(0);
    this.#root = { name: '', path: '', parent: undefined, children: new Map(), active: true, served: 0, allocated };
  }

  /** Adds an active client that holds nothing. */
  add(path: string): void {
    let node = this.#root;
    for (const name of path.split('/')) node = node.children.get(name) ?? this.#addBelow(node, name);
    this.#clients.set(path, node.children.size === 0 ? node : attach(node, OWN_LEAF));
  }

  /** Takes a client and what it holds away, with the ancestors that are no longer needed. */
  remove(path: string): void {
    const leaf = this.#leaf(path);
    const held = leaf.allocated;
    this.#clients.delete(path);
    for (let node = leaf; node.parent !== undefined; node = node.parent) {
      node.parent.allocated = sum(node.parent.allocated, held, -1);
      if (node.children.size === 0) node.parent.children.delete(node.name);
      else this.#pullUp(node);
    }
  }

  /** Whether a client takes part in the order. */
  setActive(path: string, active: boolean): void {
    this.#leaf(path).active = active;
  }

  /** The weight of a client or of a whole subtree, more than 0; 1 where none is set. */
  setWeight(path: string, weight: number): void {
    this.#weights.set(path, weight);
  }

  /** Books an allocation; it counts as one for the client and for everyone above it. */
  allocate(path: string, amounts: Amounts): void {
    for (let node: Node | undefined = this.#leaf(path); node !== undefined; node = node.parent) {
      node.allocated = sum(node.allocated, amounts, 1);
      node.served++;
    }
  }

  /** Gives back some or all of what a client holds. */
  release(path: string, amounts: Amounts): void {
    for (let node: Node | undefined = this.#leaf(path); node !== undefined; node = node.parent)
      node.allocated = sum(node.allocated, amounts, -1);
  }

  /** Active clients in the order in which they are served, while the cluster offers `total`. */
  order(total: Amounts): string[] {
    return this.#orderBelow(this.#root, total);
  }

  #orderBelow(node: Node, total: Amounts): string[] {
    const siblings = [...node.children.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const holders = siblings.map(({ path, allocated, served }) => ({
      allocated,
      served,
      weight: this.#weights.get(path) ?? 1
    }));
    return drfOrder(holders, total).flatMap((i) => {
      const child = siblings[i]!;
      if (child.children.size > 0) return this.#orderBelow(child, total);
      return child.active ? [child.name === OWN_LEAF ? node.path : child.path] : [];
    });
  }

  #leaf(path: string): Node {
    const leaf = this.#clients.get(path);
    if (leaf === undefined) throw new RangeError(`Cannot find client "${path}": it was never added, or was removed`);
    return leaf;
  }

  /** A new child; a client that had none takes what it holds into a leaf of its own first. */
  #addBelow(node: Node, name: string): Node {
    if (this.#clients.get(node.path) === node) {
      const { active, served, allocated } = node;
      this.#clients.set(node.path, Object.assign(attach(node, OWN_LEAF), { active, served, allocated }));
    }
    return attach(node, name);
  }

  /** Makes a node a leaf again when its own leaf is all that is left below it. */
  #pullUp(node: Node): void {
    const own = node.children.get(OWN_LEAF);
    if (own === undefined || node.children.size > 1) return;
    node.children.clear();
    node.active = own.active;
    this.#clients.set(node.path, node);
  }
}

/** A new, active child that holds nothing. */
function attach(parent: Node, name: string): Node {
  const path = parent.parent === undefined ? name : `${parent.path}/${name}`;
  const allocated = parent.allocated.map(() => 0);
  const child = { name, path, parent, children: new Map<string, Node>(), active: true, served: 0, allocated };
  parent.children.set(name, child);
  return child;
}

const sum = (held: readonly number[], amounts: Amounts, sign: 1 | -1): number[] =>
  held.map((amount, r) => amount + sign * amounts[r]!);
