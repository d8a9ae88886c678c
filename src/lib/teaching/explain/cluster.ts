import { cpuGranted } from '#lib/allocator/rules/index.ts';
import { stateId } from '#lib/allocator/lifecycle/index.ts';
import type { World } from '#lib/allocator/trace/index.ts';
import { isExtended, plainAmount, shortName } from '#lib/base/units/index.ts';
import { barAt } from './bars.ts';
import { jobName, kindOf, nodeName } from './names.ts';
import type { Bar, Bars, Booking, Cell, ClusterNode, Lane, Timeline } from './view.ts';

/** What a node's jobs use, as far as the scenario says; keyed by resource. */
type Usage = ReadonlyMap<string, number>;

/** Nodes and places of a cluster at any step: the bars of the timeline, cut through. */
export class ClusterFold {
  readonly #lanes: ReadonlyMap<string, readonly Lane<Bars>[]>;

  constructor(timeline: Timeline<Bars>) {
    const lanes = new Map<string, Lane<Bars>[]>();
    for (const lane of timeline.lanes) {
      const beside = lanes.get(lane.node);
      if (beside === undefined) lanes.set(lane.node, [lane]);
      else beside.push(lane);
    }
    this.#lanes = lanes;
  }

  /** The nodes `from` up to `to` (exclusive), of those that are there or have been, at the step that a world stands at. */
  nodes(world: World, step: number, tick: number, from: number, to: number): ClusterNode[] {
    const nodes = this.#seen(world)
      .slice(from, to)
      .map((node) => ({ node, held: this.#heldOn(world, node, step) }));
    const usage = usageOn(world, tick, new Map(nodes.map(({ node, held }) => [node, startsOf(held)])));
    return nodes.map(({ node, held }) => ({
      node: nodeName(world.scenario, node),
      up: world.up[node] === 1,
      cells: held.flatMap(({ lane, bar }) => (bar === undefined && !lane.device ? [] : [cellOf(lane, bar, step)])),
      bookings: bookings(world, node, usage.get(node) ?? new Map())
    }));
  }

  /** How many nodes are there or have been. */
  count(world: World): number {
    return this.#seen(world).length;
  }

  #seen(world: World): number[] {
    const { nodes } = world.scenario;
    return [...world.up.keys()].filter((node) => node < nodes.length || world.up[node] === 1);
  }

  #heldOn(world: World, node: number, step: number): Held[] {
    const lanes = this.#lanes.get(nodeName(world.scenario, node)) ?? [];
    return lanes.map((lane) => ({ lane, bar: barAt(lane.bars, step) }));
  }
}

/** A place of a node, and the bar that holds in it. */
interface Held {
  readonly lane: Lane<Bars>;
  readonly bar: Bar | undefined;
}

/** When those that run on a node began to run, by name. */
const startsOf = (held: readonly Held[]): ReadonlyMap<string, number> =>
  new Map(held.flatMap(({ bar }) => (bar?.state === 'running' ? [[bar.job, bar.from] as const] : [])));

const cellOf = ({ label }: Lane<Bars>, bar: Bar | undefined, step: number): Cell => ({
  label,
  job: bar?.job ?? '',
  state: bar?.state ?? 'free',
  changed: bar?.step === step
});

function bookings(world: World, node: number, usage: Usage): Booking[] {
  const { resources } = world.scenario;
  const at = node * resources.length;
  return resources.flatMap((resource, r) => {
    const of = world.allocatable[at + r] as number;
    if (of === 0 || isExtended(resource)) return [];
    const booked = of - (world.free[at + r] as number);
    const used = usage.get(resource);
    return [
      {
        label: shortName(resource),
        booked: plainAmount(resource, booked),
        of: plainAmount(resource, of),
        share: booked / of,
        ...(used === undefined ? {} : { used: { amount: plainAmount(resource, used), share: used / of } })
      }
    ];
  });
}

/**
 * CPU and memory that the jobs running on some nodes use, by node. A job that says nothing of a resource counts with
 * what it requests, as the kubelet has it; nothing is known where no job says anything.
 *
 * @param starts for each of the nodes when its jobs began to run, by name
 */
function usageOn(
  world: World,
  tick: number,
  starts: ReadonlyMap<number, ReadonlyMap<string, number>>
): ReadonlyMap<number, Usage> {
  const used = new Map([...starts.keys()].map((node) => [node, new Map<string, number>()]));
  const said = new Map([...starts.keys()].map((node) => [node, new Set<string>()]));
  for (let job = 0; job < world.state.length; job++) {
    if ((world.state[job] as number) - 1 !== stateId.running) continue;
    for (const { node, pods } of world.holdings(job)) {
      const there = used.get(node);
      if (there === undefined) continue;
      const since = tick - (starts.get(node)?.get(jobName(world, job)) ?? tick);
      for (const [resource, amount, known] of usageOf(world, job, since)) {
        there.set(resource, (there.get(resource) ?? 0) + pods * amount);
        if (known) said.get(node)?.add(resource);
      }
    }
  }
  return new Map(
    [...used].map(([node, there]) => [node, new Map([...there].filter(([resource]) => said.get(node)?.has(resource)))])
  );
}

function usageOf(world: World, job: number, ran: number): [resource: string, amount: number, known: boolean][] {
  const { resources } = world.scenario;
  const { usage, limits, requests } = kindOf(world, job);
  const [cpu, memory] = [resources.indexOf('cpu'), resources.indexOf('memory')];
  const said: [string, number, boolean][] = [];
  if (cpu >= 0)
    said.push(
      usage.cpu === undefined
        ? ['cpu', requests[cpu] as number, false]
        : ['cpu', cpuGranted(usage.cpu, limits[cpu] as number), true]
    );
  const now = usage.memory.findLast(({ at }) => at <= ran);
  if (memory >= 0) said.push(['memory', now?.is ?? (requests[memory] as number), now !== undefined]);
  return said;
}
