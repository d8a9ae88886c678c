import { fits, type Amounts } from '#lib/allocator/rules/index.ts';
import { FirstOfSet } from './first-of-set.ts';

/** Where the counting loop places jobs. */
export interface CountingRoom {
  /** Nodes held against a job so far, as a scan that stops at the first that fits would have. */
  nodeChecks: number;
  /** Books room for a job of a kind; a number by which it is given back, -1 where there is none. */
  take(kind: number): number;
  give(booking: number): void;
}

/** One pool of one resource. */
export interface Pool {
  readonly capacity: number;
  /** What a job of each kind asks of the pool. */
  readonly demand: Float64Array;
  /** 1 for the kinds that are rejected because even the empty pool would not hold them. */
  readonly rejects: Uint8Array;
}

/** The room of a pool. A booking is the kind. */
export class PoolRoom implements CountingRoom {
  nodeChecks = 0;
  #free: number;
  readonly #demand: Float64Array;

  constructor({ capacity, demand }: Pick<Pool, 'capacity' | 'demand'>) {
    this.#free = capacity;
    this.#demand = demand;
  }

  take(kind: number): number {
    this.nodeChecks++;
    const asked = this.#demand[kind]!;
    if (asked > this.#free) return -1;
    this.#free -= asked;
    return kind;
  }

  give(booking: number): void {
    this.#free += this.#demand[booking]!;
  }
}

/** The room of many nodes with several resources, of which a job gets the first that fits. */
export class ClusterRoom implements CountingRoom {
  nodeChecks = 0;
  readonly #nodes: number;
  readonly #kinds: number;
  readonly #width: number;
  /** Node-major. */
  readonly #free: Float64Array;
  /** Kind-major. */
  readonly #demand: Float64Array;
  /** For each kind the nodes on which it fits now. */
  readonly #open: FirstOfSet[];
  /** The same, node-major, 1 where a kind fits: all kinds of a node stand side by side, which the sets' words do not. */
  readonly #isOpen: Uint8Array;

  /** @param allocatable of each node, and @param demands of each kind, by resource */
  constructor(allocatable: readonly Amounts[], demands: readonly Amounts[]) {
    this.#nodes = allocatable.length;
    this.#kinds = demands.length;
    this.#width = demands[0]?.length ?? 0;
    this.#free = Float64Array.from(allocatable.flatMap((amounts) => Array.from(amounts)));
    this.#demand = Float64Array.from(demands.flatMap((amounts) => Array.from(amounts)));
    this.#isOpen = new Uint8Array(this.#nodes * this.#kinds).fill(1);
    this.#open = demands.map(() => new FirstOfSet(this.#nodes));
    allocatable.forEach((amounts, node) => {
      demands.forEach((demand, kind) => {
        if (!fits(demand, amounts, 0)) {
          this.#isOpen[node * this.#kinds + kind] = 0;
          this.#open[kind]!.remove(node);
        }
      });
    });
  }

  take(kind: number): number {
    const node = this.#open[kind]!.first;
    if (node < 0) {
      this.nodeChecks += this.#nodes;
      return -1;
    }
    this.nodeChecks += node + 1;
    const kinds = this.#kinds;
    const isOpen = this.#isOpen;
    this.#book(node, kind, -1);
    for (let other = 0, at = node * kinds; other < kinds; other++, at++)
      if (isOpen[at] === 1 && !this.#fits(other, node)) {
        isOpen[at] = 0;
        this.#open[other]!.remove(node);
      }
    return node * kinds + kind;
  }

  give(booking: number): void {
    const kinds = this.#kinds;
    const isOpen = this.#isOpen;
    const node = Math.floor(booking / kinds);
    this.#book(node, booking - node * kinds, 1);
    for (let other = 0, at = node * kinds; other < kinds; other++, at++)
      if (isOpen[at] === 0 && this.#fits(other, node)) {
        isOpen[at] = 1;
        this.#open[other]!.add(node);
      }
  }

  #book(node: number, kind: number, sign: 1 | -1): void {
    const free = this.#free;
    const demand = this.#demand;
    const width = this.#width;
    for (let r = 0, at = node * width, from = kind * width; r < width; r++) free[at + r]! += sign * demand[from + r]!;
  }

  /** What `fits` says; a counting run never books more than a node has, so that a demand of nothing is never short. */
  #fits(kind: number, node: number): boolean {
    const free = this.#free;
    const demand = this.#demand;
    const width = this.#width;
    for (let r = 0, at = node * width, from = kind * width; r < width; r++)
      if (demand[from + r]! > free[at + r]!) return false;
    return true;
  }
}
