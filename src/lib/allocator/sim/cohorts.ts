import {
  changeUsages,
  copyOf,
  exceedsCapacity,
  moreNeeded,
  noFlavour,
  quotaShortages,
  quotaTree,
  quotaVictims,
  type QuotaShortage,
  type QuotaTree,
  type ReclaimPolicy
} from '#lib/allocator/rules/index.ts';
import type { Quota } from '#lib/allocator/scenario/index.ts';
import type { QuotaVerdict, ReclaimVerdict } from '#lib/allocator/trace/index.ts';
import { formatAmount, parseAmount } from '#lib/base/units/index.ts';
import type { Sim } from './sim.ts';

/** A quota that holds back: a ClusterQueue, and its node in the tree of cohorts. */
interface Queue {
  readonly quota: Quota;
  readonly node: number;
}

/** Why a job is held back: the numbers, and what Kueue writes on its workload. */
export interface Hold {
  readonly verdicts: readonly QuotaVerdict[];
  readonly message: string;
}

/** A job whose quota another takes back, and under which of Kueue's reasons. */
export interface Reclaimed {
  readonly job: number;
  readonly reason: ReclaimVerdict['reason'];
}

const reclaimPolicies: Readonly<Record<Quota['reclaim'], ReclaimPolicy>> = {
  never: 'Never',
  'lower-priority': 'LowerPriority',
  any: 'Any'
};

/** What Kueue's own documentation calls the flavour of a cluster whose nodes are all alike. */
const FLAVOUR = 'default-flavor';

/** The quotas that hold jobs back, with what cohorts lend each other, as Kueue keeps them. A cell is a resource. */
export class Cohorts {
  readonly #queues: readonly Queue[];
  readonly #tree: QuotaTree;
  /** Jobs that count against a quota, and the tick since which they do. */
  readonly #admitted = new Map<number, number>();
  /** Jobs for which others are being stopped: what they take back is theirs, whoever is checked first. */
  readonly #claims = new Set<number>();

  constructor(readonly sim: Sim) {
    const { quotas, resources } = sim.scenario;
    const holding = quotas.filter((quota) => quota.mode === 'hold');
    const cohorts = [...new Set(holding.flatMap(({ cohort }) => cohort ?? []))];
    this.#queues = holding.map((quota, i) => ({ quota, node: cohorts.length + i }));
    const sorted = resources.toSorted((a, b) => (a < b ? -1 : 1));
    this.#tree = quotaTree(
      [
        ...cohorts.map(() => ({ parent: -1, quotas: [], weight: 1 })),
        ...holding.map((quota) => ({
          parent: quota.cohort === undefined ? -1 : cohorts.indexOf(quota.cohort),
          quotas: resources.map((resource, r) => cellOf(quota, resource, r)),
          weight: 1
        }))
      ],
      resources.map((resource) => sorted.indexOf(resource))
    );
  }

  /** Why a job may not have quota now; undefined where it may. */
  hold(job: number): Hold | undefined {
    if (this.#queues.length === 0) return undefined;
    const tree = this.#treeFor(job);
    const short = this.#of(job).flatMap((queue) =>
      quotaShortages(tree, queue.node, this.#demand(job, queue)).map((shortage) => ({ queue, shortage }))
    );
    if (short.length === 0) return undefined;
    return {
      verdicts: short.map(({ queue, shortage }) => this.#verdict(tree, queue, shortage)),
      message: noFlavour(
        'main',
        short.map(({ shortage }) => this.#message(shortage))
      )
    };
  }

  /** Whom to stop so that a job gets back what others borrow of its tenant's quota; nobody where that does not help. */
  reclaim(job: number): readonly Reclaimed[] {
    const tree = this.#treeFor(job);
    const { priority } = this.sim.kindOf(job);
    const jobs = [...this.#admitted.keys()];
    return this.#of(job).flatMap((queue) => {
      const demand = this.#demand(job, queue);
      const contested = quotaShortages(tree, queue.node, demand).map(({ cell }) => cell);
      if (queue.quota.reclaim === 'never' || contested.length === 0) return [];
      const preemption = {
        withinQueue: 'Never',
        withinCohort: reclaimPolicies[queue.quota.reclaim],
        whileBorrowingUpTo: undefined
      } as const;
      const queuedAt = this.sim.jobs.queuedAt[job] as number;
      const preemptor = { queue: queue.node, priority, queuedAt, demand, contested, preemption };
      const admitted = jobs.flatMap((other) => this.#of(other).map((of) => this.#workload(other, of)));
      return quotaVictims(tree, preemptor, admitted).map(({ workload, reason }) => ({
        job: (admitted[workload] as (typeof admitted)[number]).job,
        reason
      }));
    });
  }

  /** Keeps what is being taken back for a job until it has been admitted, or gives up waiting for it. */
  claim(job: number): void {
    this.#claims.add(job);
  }

  /** Whether others are being stopped for a job's quota. */
  isClaiming(job: number): boolean {
    return this.#claims.has(job) && this.sim.isIn(job, 'waiting.preempting');
  }

  /** Counts a job against the quotas of its tenant, or with a minus sign no longer does. */
  charge(job: number, sign: 1 | -1): void {
    this.#claims.delete(job);
    if (sign > 0) this.#admitted.set(job, this.sim.tick);
    else this.#admitted.delete(job);
    for (const queue of this.#of(job)) changeUsages(this.#tree, queue.node, this.#demand(job, queue), sign);
  }

  /** The tree as a job sees it: what others claim is as good as used. */
  #treeFor(job: number): QuotaTree {
    const others = [...this.#claims].filter((other) => other !== job && this.isClaiming(other));
    if (others.length === 0) return this.#tree;
    const tree = copyOf(this.#tree);
    for (const other of others)
      for (const queue of this.#of(other)) changeUsages(tree, queue.node, this.#demand(other, queue), 1);
    return tree;
  }

  #of(job: number): readonly Queue[] {
    return this.#queues.filter(({ quota }) => quota.tenant === this.sim.kindOf(job).tenant);
  }

  /** What a job asks of the resources that a quota caps. */
  #demand(job: number, { quota }: Queue): number[] {
    const pods = this.sim.placement.podsOf(job);
    return this.sim.kindOf(job).requests.map((amount, r) => ((quota.hard[r] as number) < 0 ? 0 : pods * amount));
  }

  #workload(job: number, queue: Queue) {
    return {
      job,
      queue: queue.node,
      priority: this.sim.kindOf(job).priority,
      usage: this.#demand(job, queue),
      queuedAt: this.sim.jobs.queuedAt[job] as number,
      reservedAt: this.#admitted.get(job) as number,
      evicted: this.sim.isIn(job, 'stopping')
    };
  }

  #verdict(tree: QuotaTree, { quota, node }: Queue, { cell, asked, available }: QuotaShortage): QuotaVerdict {
    const used = tree.usage[node * tree.width + cell] as number;
    const hard = quota.hard[cell] as number;
    const resource = this.sim.scenario.resources[cell] as string;
    const borrowable = quota.cohort === undefined ? {} : { borrowable: Math.max(0, available + used - hard) };
    return { quota: quota.name, resource, used, asked, hard, ...borrowable };
  }

  #message({ cell, asked, available, potentiallyAvailable }: QuotaShortage): string {
    const resource = this.sim.scenario.resources[cell] as string;
    const missing = { resource, flavour: FLAVOUR };
    const text = (amount: number): string => formatAmount(resource, amount);
    return asked > potentiallyAvailable
      ? exceedsCapacity(missing, { considered: '0', asked: text(asked), capacity: text(potentiallyAvailable) })
      : moreNeeded(missing, text(asked - available));
  }
}

/** The quota of one resource; undefined where it is not capped. `borrowing` counts what `hard` counts: CPUs, bytes, devices. */
function cellOf(quota: Quota, resource: string, r: number) {
  const nominal = quota.hard[r] as number;
  if (nominal < 0) return undefined;
  const borrowingLimit = quota.borrowing === undefined ? Infinity : parseAmount(resource, quota.borrowing);
  return { nominal, borrowingLimit, lendingLimit: Infinity };
}
