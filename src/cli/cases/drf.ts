import { equalIncomes, progressiveFilling, serveTasks, type TaskOwner } from '#lib/allocator/rules/drf-filling.ts';
import { DrfSorter } from '#lib/allocator/rules/drf-sorter.ts';
import { dominantShare } from '#lib/allocator/rules/drf.ts';
import { type Case, differences, type LeafEquals, near, UnknownKind } from '../case-kit.ts';

type Amounts = Readonly<Record<string, number>>;

interface Step {
  op: string;
  client?: string;
  agent?: string;
  resources?: Amounts;
  weight?: number;
  expect?: string[];
}

interface OfferStep {
  event: string;
  agent?: string;
  framework?: string;
  role?: string;
  resources?: Amounts;
  weight?: number;
  offered?: string[];
  expectOfferTo?: string | null;
}

interface Division {
  policy?: string;
  capacity: Amounts;
  demand: Record<string, Amounts>;
  weights?: Record<string, number>;
  firstWhenTied?: string;
}

const namesIn = (all: readonly (Amounts | undefined)[]): string[] => [
  ...new Set(all.flatMap((amounts) => Object.keys(amounts ?? {})))
];

/** Mesos keeps scalars to a thousandth. */
const inOrder = (names: readonly string[], amounts: Amounts = {}): number[] =>
  names.map((name) => Math.round((amounts[name] ?? 0) * 1000));

/** What the agents of a cluster offer together. */
class Agents {
  readonly #offers = new Map<string, readonly number[]>();

  constructor(readonly width: number) {}

  add = (agent: string, amounts: readonly number[]): unknown =>
    this.#offers.set(
      agent,
      amounts.map((amount, r) => amount + (this.#offers.get(agent)?.[r] ?? 0))
    );
  remove = (agent: string): unknown => this.#offers.delete(agent);
  total = (): number[] =>
    Array.from({ length: this.width }, (_, r) => [...this.#offers.values()].reduce((sum, a) => sum + a[r]!, 0));
}

function sorter(c: Case): { expected: unknown; actual: unknown } {
  const steps = c['steps'] as Step[];
  const names = namesIn(steps.map((s) => s.resources));
  const drf = new DrfSorter(names.length);
  const agents = new Agents(names.length);
  const orders: string[][] = [];
  for (const { op, client = '', agent = '', resources, weight = 1 } of steps) {
    const amounts = inOrder(names, resources);
    const act: Record<string, () => unknown> = {
      agent: () => agents.add(agent, amounts),
      removeAgent: () => agents.remove(agent),
      add: () => drf.add(client),
      remove: () => drf.remove(client),
      activate: () => drf.setActive(client, true),
      deactivate: () => drf.setActive(client, false),
      weight: () => drf.setWeight(client, weight),
      allocate: () => drf.allocate(client, amounts),
      release: () => drf.release(client, amounts),
      order: () => orders.push(drf.order(agents.total()))
    };
    if (act[op] === undefined) throw new RangeError(`Cannot replay step "${op}": it is none of ${Object.keys(act)}`);
    act[op]();
  }
  return { expected: steps.filter((s) => s.op === 'order').map((s) => s.expect), actual: orders };
}

/** Whole agents go to the first framework of the first role; nobody gives anything back. */
function offers(c: Case): { expected: unknown; actual: unknown } {
  const steps = c['steps'] as OfferStep[];
  const names = namesIn(steps.map((s) => s.resources));
  const roles = new DrfSorter(names.length);
  const frameworks = new Map<string, DrfSorter>();
  const agents = new Agents(names.length);
  const free = new Map<string, readonly number[]>();

  const offerAll = (): { to: string | null; offered: string[] } => {
    let to: string | null = null;
    const offered: string[] = [];
    for (const [agent, amounts] of free) {
      const role = roles.order(agents.total()).find((r) => frameworks.get(r)!.order(agents.total()).length > 0);
      if (role === undefined) break;
      const inRole = frameworks.get(role)!;
      to = inRole.order(agents.total())[0]!;
      roles.allocate(role, amounts);
      inRole.allocate(to, amounts);
      offered.push(agent);
      free.delete(agent);
    }
    return { to, offered };
  };

  const actual = steps.map((step) => {
    if (step.event === 'agent') {
      agents.add(step.agent!, inOrder(names, step.resources));
      free.set(step.agent!, inOrder(names, step.resources));
    } else if (step.event === 'framework') {
      if (!frameworks.has(step.role!)) {
        roles.add(step.role!);
        frameworks.set(step.role!, new DrfSorter(names.length));
      }
      frameworks.get(step.role!)!.add(step.framework!);
    } else if (step.event === 'weight') roles.setWeight(step.role!, step.weight!);
    else throw new RangeError(`Cannot replay event "${step.event}": it is none of agent, framework, weight`);
    const { to, offered } = offerAll();
    return { expectOfferTo: to, offered };
  });
  const expected = steps.map(({ expectOfferTo, offered }) => ({
    ...(expectOfferTo === undefined ? {} : { expectOfferTo }),
    ...(offered === undefined ? {} : { offered })
  }));
  return { expected, actual };
}

const tenantsOf = ({ demand, firstWhenTied: first }: Division): string[] =>
  Object.keys(demand).sort((a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));

const ownersOf = (d: Division, tenants: readonly string[], names: readonly string[]): TaskOwner[] =>
  tenants.map((t) => ({ demand: names.map((r) => d.demand[t]![r] ?? 0), weight: d.weights?.[t] ?? 1 }));

const byTenant = <T>(tenants: readonly string[], of: (i: number) => T): Record<string, T> =>
  Object.fromEntries(tenants.map((t, i) => [t, of(i)]));

/** Shares and usage of tenants who run so many tasks; shares without weights. */
function holdings(d: Division, tenants: readonly string[], tasks: ArrayLike<number>): Record<string, unknown> {
  const names = Object.keys(d.capacity);
  const capacity = names.map((r) => d.capacity[r]!);
  const used = tenants.map((t, i) => names.map((r) => (d.demand[t]![r] ?? 0) * tasks[i]!));
  const share = (i: number): number => dominantShare({ allocated: used[i]!, weight: 1, served: 0 }, capacity).share;
  return {
    tasks: byTenant(tenants, (i) => tasks[i]),
    dominantShare: byTenant(tenants, share),
    usage: byTenant(tenants, (i) => Object.fromEntries(names.map((r, at) => [r, used[i]![at]])))
  };
}

/** Whole tasks, one at a time. */
function byTask(d: Division): unknown {
  const names = Object.keys(d.capacity);
  const tenants = tenantsOf(d);
  const served = serveTasks(
    ownersOf(d, tenants, names),
    names.map((r) => d.capacity[r]!)
  );
  const tasks = tenants.map(() => 0);
  const rows = served.map(({ owner, shares }) => {
    tasks[owner]!++;
    const total = (r: string): number => tenants.reduce((sum, t, i) => sum + (d.demand[t]![r] ?? 0) * tasks[i]!, 0);
    return {
      scheduled: tenants[owner],
      dominantShare: byTenant(tenants, (i) => shares[i]),
      ...Object.fromEntries(names.map((r) => [`${r}Total`, total(r) / d.capacity[r]!]))
    };
  });
  return { ...holdings(d, tenants, tasks), sequence: served.map(({ owner }) => tenants[owner]), rows };
}

/** Tasks that can be split. */
function divided(d: Division): unknown {
  const names = Object.keys(d.capacity);
  const tenants = tenantsOf(d);
  const owners = ownersOf(d, tenants, names);
  const capacity = names.map((r) => d.capacity[r]!);
  const policies: Record<string, () => Float64Array> = {
    DRF: () => progressiveFilling(owners, capacity, 'dominant'),
    AssetFairness: () => progressiveFilling(owners, capacity, 'assets'),
    CEEI: () => equalIncomes(owners, capacity)
  };
  const policy = policies[d.policy ?? 'DRF'];
  if (policy === undefined) throw new RangeError(`Cannot divide by "${d.policy}": not one of ${Object.keys(policies)}`);
  const held = holdings(d, tenants, policy());
  return { ...held, approx: held['tasks'] };
}

const valueOf = (x: unknown): number => {
  const [numerator, denominator = '1'] = String(x).split('/');
  return Number(numerator) / Number(denominator);
};

/** Fractions such as `63/25` by value; figures that the paper rounded, as far as it prints them. */
const figures: LeafEquals = (expected, actual, at) =>
  near(at.startsWith('approx') ? 1e-4 : 1e-9)(
    Number.isNaN(valueOf(expected)) ? expected : valueOf(expected),
    actual,
    at
  );

/** Topic `drf`: orders and offers of Mesos exactly, figures of divisions to nine digits. */
export function check(c: Case) {
  const division = c as unknown as Division;
  switch (c.kind) {
    case 'sorter':
    case 'mesosOffers': {
      const { expected, actual } = c.kind === 'sorter' ? sorter(c) : offers(c);
      return differences(expected, actual);
    }
    case 'paperTrace':
    case 'discrete':
      return differences(c.expect, byTask(division), figures);
    case 'continuous':
      return differences(c.expect, divided(division), figures);
    default:
      throw new UnknownKind(c.kind);
  }
}
