import type { ReclaimPolicy } from '#lib/allocator/rules/kueue-candidates.ts';
import { type QuotaNode, type QuotaTree, quotaTree } from '#lib/allocator/rules/kueue-quota.ts';
import { parseAmount } from '#lib/base/units/index.ts';

export type Texts = Readonly<Record<string, string | number>>;

export interface FlavorJson {
  name: string;
  resources: Record<string, { nominal: string; borrowingLimit?: string; lendingLimit?: string }>;
}

export interface NodeJson {
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

export interface CohortsJson {
  cohorts: NodeJson[];
  clusterQueues: NodeJson[];
}

/** A cohort tree and the names that its numbers stand for. */
export class Named {
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

/** The resource of a cell `flavor/resource`; its name may hold a slash, too. */
export const resourceOf = (cell: string): string => cell.slice(cell.indexOf('/') + 1);
const sorted = (xs: readonly string[]): string[] => [...xs].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** Cohorts before what they hold; one that is only named exists without quota. */
function parentsFirst(cohorts: readonly NodeJson[], queues: readonly NodeJson[]): NodeJson[] {
  const named = [...cohorts.map((c) => c.parent), ...queues.map((q) => q.cohort)].filter((n) => n !== undefined);
  const all = new Map([...new Set(named)].map((name): [string, NodeJson] => [name, { name }]));
  for (const c of cohorts) all.set(c.name, c);
  const depth = (n: NodeJson): number => (n.parent === undefined ? 0 : 1 + depth(all.get(n.parent)!));
  return [...[...all.values()].sort((a, b) => depth(a) - depth(b)), ...queues];
}

/** Requests by resource as amounts of the flavor that each gets. */
export const byFlavor = (requests: Texts, flavorOf: (resource: string) => string): Texts =>
  Object.fromEntries(Object.entries(requests).map(([r, q]) => [`${flavorOf(r)}/${r}`, q]));
