/**
 * One allocate session of Volcano: tasks find nodes one after the other, and stay there only if their job becomes ready.
 *
 * Queues have equal weights and no caps here, and jobs equal priority.
 *
 * Source: volcano-sh/volcano `pkg/scheduler/actions/allocate/allocate.go`, `pkg/scheduler/api/job_info.go`, commit ed72c7c.
 *
 * @module
 */

import type { Amounts } from './fit.ts';
import { addAmounts, type GangPod, takeNode } from './gang.ts';

/** A pod of a Volcano job. */
export interface VolcanoTask extends GangPod {
  /** The task of the job's specification that it belongs to, such as `master`; empty for none. */
  readonly role: string;
}

/** A job with its minimum, in total and by role. */
export interface VolcanoJob {
  readonly queue: string;
  readonly minMember: number;
  readonly minTaskMember: Readonly<Record<string, number>>;
  readonly tasks: readonly VolcanoTask[];
}

/** A task that a session bound to a node; by position. */
export interface Binding {
  readonly job: number;
  readonly task: number;
  readonly node: number;
}

/**
 * What a session binds, in order.
 *
 * Job by job, from the queue that has the smallest dominant share: a job takes nodes until it is ready, then hands over
 * after every task. A job that does not get ready gives everything back.
 *
 * @param free amounts of all nodes, node after node
 * @param total of the cluster, by resource
 */
export function volcanoSession(jobs: readonly VolcanoJob[], free: Amounts, total: Amounts): Binding[] {
  const session = new Session(jobs, free, total);
  for (let job = session.next(); job !== undefined; job = session.next()) job.turn();
  return session.bindings;
}

class Session {
  readonly free: Float64Array;
  readonly bindings: Binding[] = [];
  readonly #active: JobInSession[];

  constructor(
    jobs: readonly VolcanoJob[],
    free: Amounts,
    readonly total: Amounts
  ) {
    this.free = Float64Array.from(free);
    this.#active = jobs.map((job, position) => new JobInSession(job, position, this));
  }

  /** The job whose turn it is: smallest queue, then jobs not ready, then the smallest job, then in the order given. */
  next(): JobInSession | undefined {
    const waiting = this.#active.filter((job) => job.pending.length > 0);
    const rank = (job: JobInSession): number[] => [
      this.#queueShare(job.job.queue),
      Number(job.isReady()),
      this.#share([job])
    ];
    return waiting.reduce<JobInSession | undefined>(
      (best, job) => (best === undefined || precedes(rank(job), rank(best)) ? job : best),
      undefined
    );
  }

  #queueShare(queue: string): number {
    return this.#share(this.#active.filter((job) => job.job.queue === queue));
  }

  /** The largest part of a resource of the cluster that some jobs hold together. */
  #share(jobs: readonly JobInSession[]): number {
    const shares = Array.from(this.total, (amount, r) => {
      const held = jobs.reduce((sum, job) => sum + job.held(r), 0);
      return amount === 0 ? 0 : held / amount;
    });
    return Math.max(0, ...shares);
  }
}

const precedes = (a: readonly number[], b: readonly number[]): boolean => {
  const i = a.findIndex((key, k) => key !== b[k]);
  return i !== -1 && a[i]! < b[i]!;
};

class JobInSession {
  /** Tasks, by position, that were not tried yet. */
  readonly pending: number[];
  readonly #bound: Binding[] = [];
  /** Roles of which a task found no node: the others of the role are not tried. */
  readonly #failedRoles = new Set<string>();

  constructor(
    readonly job: VolcanoJob,
    readonly position: number,
    readonly session: Session
  ) {
    this.pending = [...job.tasks.keys()];
  }

  held(resource: number): number {
    return this.#bound.reduce((sum, { task }) => sum + this.job.tasks[task]!.demand[resource]!, 0);
  }

  /** Whether the minimum is reached; minima by role that add up to more than the job's own do not count. */
  isReady(): boolean {
    const { minMember, minTaskMember } = this.job;
    if (this.#bound.length < minMember) return false;
    const minima = Object.entries(minTaskMember);
    const sum = minima.reduce((total, [, minimum]) => total + minimum, 0);
    return minMember < sum || minima.every(([role, minimum]) => this.#boundOf(role) >= minimum);
  }

  #boundOf(role: string): number {
    return this.#bound.filter(({ task }) => this.job.tasks[task]!.role === role).length;
  }

  /** Tries tasks until one of them leaves the job ready, or none is left; then binds them, or gives them back. */
  turn(): void {
    const before = this.#bound.length;
    while (this.pending.length > 0) if (this.#tryNext() && this.isReady()) break;
    if (this.isReady()) this.session.bindings.push(...this.#bound.slice(before));
    else for (const binding of this.#bound.splice(0)) this.#giveBack(binding);
  }

  #tryNext(): boolean {
    const task = this.pending.shift()!;
    const pod = this.job.tasks[task]!;
    const node = this.#failedRoles.has(pod.role) ? -1 : takeNode(pod, this.session.free);
    if (node !== -1) this.#bound.push({ job: this.position, task, node });
    else if (pod.role !== '') this.#failedRoles.add(pod.role);
    return node !== -1;
  }

  #giveBack({ task, node }: Binding): void {
    addAmounts(this.session.free, this.job.tasks[task]!.demand, node, 1);
  }
}
