import type { AdmittedWorkload, QuotaPreemptor, ReclaimPolicy } from '#lib/allocator/rules/kueue-candidates.ts';
import { byPreemptionOrder } from '#lib/allocator/rules/kueue-candidates.ts';
import { fairQuotaVictims } from '#lib/allocator/rules/kueue-fair-preemption.ts';
import { bestFlavour, tryFlavours } from '#lib/allocator/rules/kueue-flavour.ts';
import {
  exceedsCapacity,
  moreNeeded,
  preemptedMessage,
  type PreemptedFor
} from '#lib/allocator/rules/kueue-message.ts';
import { quotaVictims } from '#lib/allocator/rules/kueue-preemption.ts';
import {
  available,
  changeUsages,
  potentiallyAvailable,
  type QuotaNode,
  type QuotaShortage,
  type QuotaTree,
  quotaTree
} from '#lib/allocator/rules/kueue-quota.ts';
import { dominantResourceShare, reportedShare } from '#lib/allocator/rules/kueue-share.ts';
import { formatAmount, parseAmount } from '#lib/base/units/index.ts';
import { type Case, differences, UnknownKind } from '../case-kit.ts';

type Texts = Readonly<Record<string, string | number>>;

interface FlavorJson {
  name: string;
  resources: Record<string, { nominal: string; borrowingLimit?: string; lendingLimit?: string }>;
}

interface NodeJson {
  name: string;
  parent?: string;
  cohort?: string;
  fairWeight?: string;
  flavors?: FlavorJson[];
  preemption?: PreemptionJson;
}

interface PreemptionJson {
  withinClusterQueue?: ReclaimPolicy;
  reclaimWithinCohort?: ReclaimPolicy;
  borrowWithinCohort?: { policy: string; maxPriorityThreshold?: number };
}

interface WorkloadJson {
  name: string;
  priority: number;
  clusterQueue: string;
  requests: Texts;
  assignment?: Record<string, { flavor: string; quantity: string }>;
  reservedAt?: number;
  createdAt?: number;
  evicted?: boolean;
}

interface CohortsJson {
  cohorts: NodeJson[];
  clusterQueues: NodeJson[];
}

interface PreemptionCase extends CohortsJson {
  admitted: WorkloadJson[];
  incoming: { priority: number; requests: Texts; createdAt?: number };
  target: string;
  flavor?: string;
  assignment?: Record<string, { flavor: string; mode?: string }>;
}

/** A cohort tree and the names that its numbers stand for. */
class Named {
  readonly tree: QuotaTree;
  readonly #nodes: NodeJson[];
  /** `flavor/resource`, in order of the resource's name. */
  readonly cells: readonly string[];
  readonly resources: readonly string[];

  /** @param mentioned cells that appear in usage or requests, whether a quota is declared for them or not */
  constructor({ cohorts, clusterQueues }: CohortsJson, mentioned: readonly string[]) {
    const declared = [...cohorts, ...clusterQueues].flatMap((n) =>
      (n.flavors ?? []).flatMap((f) => Object.keys(f.resources).map((r) => `${f.name}/${r}`))
    );
    this.cells = [...new Set([...declared, ...mentioned])];
    this.resources = sorted([...new Set(this.cells.map(resourceOf))]);
    this.#nodes = parentsFirst(cohorts, clusterQueues);
    this.tree = quotaTree(
      this.#nodes.map((n) => this.#node(n)),
      this.cells.map((c) => this.resources.indexOf(resourceOf(c)))
    );
  }

  index = (name: string): number => this.#nodes.findIndex((n) => n.name === name);

  /** Amounts by cell. */
  amounts = (texts: Texts, unit = (resource: string, text: string | number) => parseAmount(resource, text)): number[] =>
    this.cells.map((c) => (texts[c] === undefined ? 0 : unit(resourceOf(c), texts[c])));

  #node({ parent, cohort, fairWeight = '1', flavors = [] }: NodeJson): QuotaNode {
    const quotas = this.cells.map((cell) => {
      const resource = resourceOf(cell);
      const quota = flavors.find((f) => cell === `${f.name}/${resource}`)?.resources[resource];
      if (quota === undefined) return undefined;
      const limit = (text?: string): number => (text === undefined ? Infinity : parseAmount(resource, text));
      return {
        nominal: parseAmount(resource, quota.nominal),
        borrowingLimit: limit(quota.borrowingLimit),
        lendingLimit: limit(quota.lendingLimit)
      };
    });
    return { parent: this.index(cohort ?? parent ?? ''), quotas, weight: parseAmount('cpu', fairWeight) / 1000 };
  }
}

const resourceOf = (cell: string): string => cell.slice(cell.indexOf('/') + 1);
const sorted = (xs: readonly string[]): string[] => [...xs].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** Cohorts before what they hold; one that is only named exists without quota. */
function parentsFirst(cohorts: readonly NodeJson[], queues: readonly NodeJson[]): NodeJson[] {
  const named = [...cohorts.map((c) => c.parent), ...queues.map((q) => q.cohort)].filter((n) => n !== undefined);
  const all = new Map([...new Set(named)].map((name): [string, NodeJson] => [name, { name }]));
  for (const c of cohorts) all.set(c.name, c);
  const depth = (n: NodeJson): number => (n.parent === undefined ? 0 : 1 + depth(all.get(n.parent)!));
  return [...[...all.values()].sort((a, b) => depth(a) - depth(b)), ...queues];
}

function quotas(c: Case): unknown {
  const json = c as unknown as CohortsJson & { usageMilli: Record<string, Texts>; expect: Record<string, object> };
  const used = Object.values(json.usageMilli);
  const named = new Named(json, used.flatMap(Object.keys));
  const usage = (name: string): number[] => named.amounts(json.usageMilli[name] ?? {}, (_, milli) => Number(milli));
  for (const { name } of json.clusterQueues) changeUsages(named.tree, named.index(name), usage(name), 1);
  const byCell = (of: typeof available) =>
    Object.fromEntries(
      json.clusterQueues.map(({ name }) => [
        name,
        Object.fromEntries(named.cells.map((cell, i) => [cell, of(named.tree, named.index(name), i)]))
      ])
    );
  return { availableMilli: byCell(available), potentiallyAvailableMilli: byCell(potentiallyAvailable) };
}

function shares(c: Case): unknown {
  const json = c as unknown as CohortsJson & { usageOfCq: Texts; incoming: Texts };
  const named = new Named(json, [...Object.keys(json.usageOfCq), ...Object.keys(json.incoming)]);
  changeUsages(named.tree, named.index('cq'), named.amounts(json.usageOfCq), 1);
  const more = named.amounts(json.incoming);
  const share = (name: string): unknown => {
    const found = dominantResourceShare(named.tree, named.index(name), more);
    const value = reportedShare(found);
    return {
      share: value === Infinity ? 'inf' : value,
      resource: found.resource === undefined ? null : named.resources[found.resource],
      borrowing: found.borrowing
    };
  };
  return Object.fromEntries(Object.keys(c.expect as object).map((name) => [name, share(name)]));
}

/** The queue's policies; what is not given is Never. */
function policies({ preemption = {} }: NodeJson): QuotaPreemptor['preemption'] {
  const { withinClusterQueue, reclaimWithinCohort, borrowWithinCohort: borrow } = preemption;
  return {
    withinQueue: withinClusterQueue ?? 'Never',
    withinCohort: reclaimWithinCohort ?? 'Never',
    whileBorrowingUpTo:
      borrow === undefined || borrow.policy === 'Never' ? undefined : (borrow.maxPriorityThreshold ?? Infinity)
  };
}

function preemption(c: Case): unknown {
  const json = c as unknown as PreemptionCase;
  const flavorOf = (resource: string): string => json.assignment?.[resource]?.flavor ?? json.flavor ?? 'default';
  const demand = byFlavor(json.incoming.requests, flavorOf);
  const usages = json.admitted.map(usageOf(flavorOf));
  const named = new Named(json, [...Object.keys(demand), ...usages.flatMap(Object.keys)]);

  // Kueue breaks the last tie by UID, which its tests set to the name; here the index breaks it.
  const byName = [...json.admitted.entries()].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
  const admitted = byName.map(([i, w]): AdmittedWorkload =>
    workload(w, named.index(w.clusterQueue), named.amounts(usages[i]!))
  );
  for (const { queue, usage } of admitted) changeUsages(named.tree, queue, usage, 1);

  const contested = (cell: string): boolean => (json.assignment?.[resourceOf(cell)]?.mode ?? 'Preempt') === 'Preempt';
  const preemptor: QuotaPreemptor = {
    queue: named.index(json.target),
    priority: json.incoming.priority,
    queuedAt: json.incoming.createdAt ?? 0,
    demand: named.amounts(demand),
    contested: [...named.cells.keys()].filter((i) => named.cells[i]! in demand && contested(named.cells[i]!)),
    preemption: policies(json.clusterQueues.find((q) => q.name === json.target)!)
  };
  const search = c.kind === 'fairPreemption' ? fairQuotaVictims : quotaVictims;
  const victims = search(named.tree, preemptor, admitted);
  return { preempted: Object.fromEntries(victims.map((v) => [byName[v.workload]![1].name, v.reason])) };
}

const byFlavor = (requests: Texts, flavorOf: (resource: string) => string): Texts =>
  Object.fromEntries(Object.entries(requests).map(([r, q]) => [`${flavorOf(r)}/${r}`, q]));

const usageOf =
  (flavorOf: (resource: string) => string) =>
  ({ assignment, requests }: WorkloadJson): Texts =>
    assignment === undefined
      ? byFlavor(requests, flavorOf)
      : Object.fromEntries(Object.entries(assignment).map(([r, a]) => [`${a.flavor}/${r}`, a.quantity]));

const workload = (w: WorkloadJson, queue: number, usage: number[]): AdmittedWorkload => ({
  queue,
  usage,
  priority: w.priority,
  reservedAt: w.reservedAt ?? 0,
  queuedAt: w.createdAt ?? w.reservedAt ?? 0,
  evicted: w.evicted ?? false
});

function order(c: Case): unknown {
  const { candidates, preemptorQueue } = c as unknown as { candidates: WorkloadJson[]; preemptorQueue: string };
  const byName = [...candidates].sort((a, b) => (a.name < b.name ? -1 : 1));
  const admitted = byName.map((w) => workload(w, Number(w.clusterQueue !== preemptorQueue), []));
  const indices = [...byName.keys()].sort(byPreemptionOrder(admitted, 0));
  return { order: indices.map((i) => byName[i]!.name) };
}

function flavors(c: Case): unknown {
  const json = c as unknown as { flavors: FlavorJson[]; usage: Record<string, Texts>; request: Texts };
  const used = Object.fromEntries(
    Object.entries(json.usage).flatMap(([r, of]) => Object.entries(of).map(([flavor, q]) => [`${flavor}/${r}`, q]))
  );
  const demands = json.flavors.map((f) => byFlavor(json.request, () => f.name));
  const named = new Named({ cohorts: [], clusterQueues: [{ name: 'cq', flavors: json.flavors }] }, [
    ...Object.keys(used),
    ...demands.flatMap(Object.keys)
  ]);
  changeUsages(named.tree, 0, named.amounts(used), 1);
  const attempts = tryFlavours(
    named.tree,
    0,
    demands.map((d) => named.amounts(d)),
    false
  );
  const best = bestFlavour(attempts);
  const text = (s: QuotaShortage): string => shortageText(named.cells[s.cell]!, s);
  return {
    mode: best?.mode ?? 'NoFit',
    flavor: best === undefined ? null : json.flavors[best.flavour]!.name,
    attempts: attempts.map(({ flavour, mode, shortages }) => ({
      flavor: json.flavors[flavour]!.name,
      mode,
      reason: shortages.length === 0 ? null : shortages.map(text).join(', ')
    }))
  };
}

function shortageText(cell: string, { asked, available: free, potentiallyAvailable: capacity }: QuotaShortage): string {
  const resource = resourceOf(cell);
  const missing = { resource, flavour: cell.slice(0, cell.indexOf('/')) };
  const text = (amount: number): string => formatAmount(resource, amount);
  return asked > capacity
    ? exceedsCapacity(missing, { considered: text(0), asked: text(asked), capacity: text(capacity) })
    : moreNeeded(missing, text(asked - free));
}

function message(c: Case): unknown {
  const { preemptorUID, jobUID, ...rest } = c['input'] as PreemptedFor & { preemptorUID?: string; jobUID?: string };
  const { reason, preemptorPath = '', preempteePath = '' } = rest as PreemptedFor;
  return {
    message: preemptedMessage({
      preemptorUid: preemptorUID ?? '',
      jobUid: jobUID ?? '',
      reason,
      preemptorPath,
      preempteePath
    })
  };
}

function answer(c: Case): unknown {
  switch (c.kind) {
    case 'available':
      return quotas(c);
    case 'dominantResourceShare':
      return shares(c);
    case 'preemption':
    case 'fairPreemption':
      return preemption(c);
    case 'candidateOrder':
      return order(c);
    case 'flavorFit':
      return flavors(c);
    case 'message':
      return message(c);
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Whom a case preempts is a whole answer: a victim that it does not name is a difference, too. */
function strict(expected: unknown, actual: unknown): ReturnType<typeof differences> {
  const [named, found] = [expected, actual].map((x) => (x as { preempted?: object }).preempted ?? {});
  const extra = Object.keys(found!).filter((name) => !(name in named!));
  return [
    ...differences(expected, actual),
    ...extra.map((name) => ({ at: `preempted.${name}`, expected: undefined, actual: 'preempted' }))
  ];
}

/** Topic `kueue`: quota in cohorts, shares, victims, flavours and messages. */
export const check = (c: Case) => strict(c.expect, answer(c));
