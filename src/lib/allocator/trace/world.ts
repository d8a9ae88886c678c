import { stateId, table } from '#lib/allocator/lifecycle/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { change, gives, isTransition, takes } from './kinds.ts';

/** Pods of one job on one node. */
export interface Holding {
  readonly node: number;
  readonly pods: number;
}

const toStates = Uint8Array.from(table.transitions, (t) => t.to + 1);
const fromStates = Uint8Array.from(table.transitions, (t) => t.from + 1);
const INITIAL = stateId.requested + 1;

function grown<A extends Uint8Array | Uint32Array | Int32Array>(array: A, size: number, fill: number): A {
  const larger = new (array.constructor as new (n: number) => A)(size);
  larger.fill(fill);
  larger.set(array);
  return larger;
}

/**
 * Jobs, nodes and bookings at one moment of a run, changed by records only: `apply` forwards, `undo` backwards.
 * Amounts are whole numbers up to 2^53; `free` is node-major, `free[node * R + resource]`.
 */
export class World {
  /** Chart state of each job plus 1; 0 before it joins. */
  state: Uint8Array;
  /** Index into `scenario.kinds` of each job. */
  kind: Uint32Array;
  /** Node of each job that holds one, else -1. A gang on several nodes is in `gangs`. */
  node: Int32Array;
  readonly gangs = new Map<number, Map<number, number>>();
  readonly nominated = new Map<number, number>();
  readonly free: Float64Array;
  readonly allocatable: Float64Array;
  /** 1 where a node is there and ready. */
  readonly up: Uint8Array;
  /** By resource, what the nodes that are up offer together, and how much of that is booked. */
  readonly offered: Float64Array;
  readonly held: Float64Array;
  /** Jobs that have joined so far. */
  jobs = 0;
  readonly #width: number;
  /** Per pod, kind-major, like `free`. */
  readonly #requests: Float64Array;

  constructor(readonly scenario: Scenario) {
    const width = scenario.resources.length;
    const nodes = nodeSlots(scenario);
    this.#width = width;
    this.allocatable = new Float64Array(nodes * width);
    for (let n = 0; n < nodes; n++) this.allocatable.set(nodeOf(scenario, n).allocatable, n * width);
    this.free = this.allocatable.slice();
    this.up = new Uint8Array(nodes);
    this.offered = new Float64Array(width);
    this.held = new Float64Array(width);
    for (let n = 0; n < scenario.nodes.length; n++) this.#stand(n, 1);
    this.state = new Uint8Array(scenario.jobs.count);
    this.kind = scenario.jobs.kind.slice();
    this.node = new Int32Array(scenario.jobs.count).fill(-1);
    this.#requests = new Float64Array(scenario.kinds.length * width);
    scenario.kinds.forEach((k, i) => this.#requests.set(k.requests, i * width));
  }

  /** Makes one record's change. The record must be the next one of the run. */
  apply(kind: number, subject: number, node: number, pods: number): void {
    if (isTransition(kind)) {
      this.state[subject] = toStates[kind] as number;
      if (node >= 0) {
        if (takes[kind] === 1) this.#take(subject, node);
        else if (gives[kind] === 1) this.#give(subject, node);
      }
    } else this.#change(kind, subject, node, pods, 1);
  }

  /** Takes one record's change back. The record must be the last one applied. */
  undo(kind: number, subject: number, node: number, pods: number): void {
    if (isTransition(kind)) {
      this.state[subject] = fromStates[kind] as number;
      if (node >= 0) {
        if (takes[kind] === 1) this.#give(subject, node);
        else if (gives[kind] === 1) this.#take(subject, node);
      }
    } else this.#change(kind, subject, node, pods, -1);
  }

  /** Where a job holds room, in order of node. Empty for one that holds none. */
  holdings(job: number): Holding[] {
    const gang = this.gangs.get(job);
    if (gang !== undefined) return [...gang].map(([node, pods]) => ({ node, pods })).sort((a, b) => a.node - b.node);
    const node = this.node[job] ?? -1;
    return node < 0 ? [] : [{ node, pods: 1 }];
  }

  /** Whether a job holds room anywhere. */
  holds(job: number): boolean {
    return (this.node[job] as number) >= 0 || this.gangs.has(job);
  }

  /** Jobs that hold room on a node, in order. */
  holders(node: number): number[] {
    const jobs = [...this.gangs].flatMap(([job, where]) => (where.has(node) ? [job] : []));
    for (let job = 0; job < this.node.length; job++) if (this.node[job] === node) jobs.push(job);
    return jobs.sort((a, b) => a - b);
  }

  /** Amount that one pod of a job asks of a resource. */
  asks(job: number, resource: number): number {
    return this.#requests[(this.kind[job] as number) * this.#width + resource] as number;
  }

  #change(kind: number, subject: number, node: number, pods: number, sign: 1 | -1): void {
    if (kind === change.request) this.#join(subject, node, sign);
    else if (kind === change.book) this.#gang(subject, node, sign * pods);
    else if (kind === change.free) this.#gang(subject, node, -sign * pods);
    else if (kind === change.nodeUp) this.#stand(node, sign);
    else if (kind === change.nodeDown) this.#stand(node, -sign);
    else if (kind === change.nominate) this.#nominate(subject, node, pods, sign);
  }

  #join(job: number, kind: number, sign: 1 | -1): void {
    if (job >= this.state.length) {
      const size = Math.max(job + 1, this.state.length * 2);
      this.state = grown(this.state, size, 0);
      this.kind = grown(this.kind, size, 0);
      this.node = grown(this.node, size, -1);
    }
    this.kind[job] = kind;
    this.state[job] = sign > 0 ? INITIAL : 0;
    this.jobs += sign;
  }

  /** A nomination is set with `pods` 1 and taken back with `pods` 0, so that either can be undone. */
  #nominate(job: number, node: number, pods: number, sign: 1 | -1): void {
    if ((pods === 1) === sign > 0) this.nominated.set(job, node);
    else this.nominated.delete(job);
  }

  #take(job: number, node: number): void {
    this.#book(job, node, 1);
    this.node[job] = node;
  }

  #give(job: number, node: number): void {
    this.#book(job, node, -1);
    this.node[job] = -1;
  }

  #gang(job: number, node: number, pods: number): void {
    this.#book(job, node, pods);
    const gang = this.gangs.get(job) ?? new Map<number, number>();
    const there = (gang.get(node) ?? 0) + pods;
    if (there === 0) gang.delete(node);
    else gang.set(node, there);
    if (gang.size === 0) this.gangs.delete(job);
    else this.gangs.set(job, gang);
  }

  #book(job: number, node: number, pods: number): void {
    const width = this.#width;
    const from = (this.kind[job] as number) * width;
    const at = node * width;
    const counts = this.up[node] as number;
    for (let r = 0; r < width; r++) {
      const amount = pods * (this.#requests[from + r] as number);
      this.free[at + r] = (this.free[at + r] as number) - amount;
      this.held[r] = (this.held[r] as number) + counts * amount;
    }
  }

  /** A node comes (1) or goes (-1), with whatever is booked on it. */
  #stand(node: number, sign: number): void {
    const width = this.#width;
    this.up[node] = sign > 0 ? 1 : 0;
    for (let r = 0; r < width; r++) {
      const offered = this.allocatable[node * width + r] as number;
      const held = offered - (this.free[node * width + r] as number);
      this.offered[r] = (this.offered[r] as number) + sign * offered;
      this.held[r] = (this.held[r] as number) + sign * held;
    }
  }
}

/** How many nodes a run can have at once: those there from the start and those the autoscaler may add. */
export function nodeSlots(scenario: Scenario): number {
  const { nodes, autoscaler } = scenario;
  return autoscaler === undefined ? nodes.length : Math.max(nodes.length, autoscaler.max);
}

/** What a node slot is: a node of the scenario, or one made from the autoscaler's template. */
export function nodeOf(scenario: Scenario, node: number): Scenario['nodes'][number] {
  const given = scenario.nodes[node];
  if (given !== undefined) return given;
  if (scenario.autoscaler === undefined) throw new RangeError(`there is no node ${node}`);
  const { template } = scenario.autoscaler;
  return { ...template, name: `${template.name}-${node - scenario.nodes.length + 1}` };
}

/** Name of a job: its own, or for a replica of a deployment the deployment's with a number. */
export function jobName(world: World, job: number): string {
  const { jobs, kinds } = world.scenario;
  if (job < jobs.count) return jobs.name(job);
  return `${kinds[world.kind[job] as number]?.name ?? 'job'}-${job - jobs.count + 1}`;
}
