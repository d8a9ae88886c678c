import { formatClock, isExtended, plainAmount, shortName } from '#lib/base/units/index.ts';
import { stateName, statusOf } from '#lib/allocator/lifecycle/index.ts';
import type { Policy } from '#lib/allocator/scenario/index.ts';
import { jobName, nodeOf, type World } from '#lib/allocator/trace/index.ts';
import type { OpenRun } from './question.ts';

/** More nodes than this are told of together. */
const NODES_NAMED = 4;

/** `a, b and c`; `nobody` for none. */
export const joined = (items: readonly string[], none = 'nobody'): string =>
  items.length === 0
    ? none
    : items.length === 1
      ? (items[0] as string)
      : `${items.slice(0, -1).join(', ')} and ${items.at(-1) as string}`;

/** The first letter as at the start of a sentence. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Clauses as one sentence. */
export const sentenceOf = (clauses: readonly string[]): string => `${capital(joined(clauses))}.`;

/** The time of a step on the run's clock. */
export const clockAt = ({ scenario, trace }: OpenRun, step: number): string =>
  formatClock(trace.tickOf(step), scenario.tickMillis);

/** The demand of a job, `2 GPUs and 4 CPU`. */
export function askOf(world: World, job: number): string {
  const { resources } = world.scenario;
  return joined(
    resources.flatMap((r, i) => (world.asks(job, i) > 0 ? [plainAmount(r, world.asks(job, i))] : [])),
    'nothing'
  );
}

/** Indices of the resources that a job asks for. */
export const asked = (world: World, job: number): number[] =>
  world.scenario.resources.flatMap((_, r) => (world.asks(job, r) > 0 ? [r] : []));

/** Nodes that are there and ready. */
export const upNodes = (world: World): number[] => [...world.up.keys()].filter((n) => world.up[n] === 1);

const amountAt = (amounts: Float64Array, world: World, node: number, resource: number): number =>
  amounts[node * world.scenario.resources.length + resource] as number;

/** What is free of a resource on a node. */
export const freeAt = (world: World, node: number, resource: number): number =>
  amountAt(world.free, world, node, resource);

/** What is free of a resource on all nodes that are up. */
export const freeInAll = (world: World, resource: number): number =>
  upNodes(world).reduce((sum, n) => sum + freeAt(world, n, resource), 0);

/** The bare number of devices or CPU; amounts of anything else with their unit. */
const figure = (resource: string, amount: number): string =>
  resource === 'cpu' ? String(amount / 1000) : isExtended(resource) ? String(amount) : plainAmount(resource, amount);

/** `node-a has 1 of 4 GPUs free, node-b 0 of 4`: what is free of the resources a job asks for. */
export function freeWords(world: World, resources: readonly number[]): string {
  const { scenario } = world;
  const nodes = upNodes(world);
  const of = (r: number): string => {
    const name = scenario.resources[r] as string;
    if (nodes.length > NODES_NAMED)
      return `${nodes.length} nodes have ${plainAmount(name, freeInAll(world, r))} free in all, at most ${figure(name, Math.max(...nodes.map((n) => freeAt(world, n, r))))} on one`;
    return nodes
      .map((n, i) => {
        const whole = amountAt(world.allocatable, world, n, r);
        const free = figure(name, freeAt(world, n, r));
        const ending = i === 0 ? `of ${plainAmount(name, whole)} free` : `of ${figure(name, whole)}`;
        return `${nodeOf(scenario, n).name}${i === 0 ? ' has' : ''} ${free} ${ending}`;
      })
      .join(', ');
  };
  return resources.map(of).join('; ');
}

/** What a resource is called in a question, in the plural where there is one: `GPUs`, `CPU`. */
export const nameOf = (resource: string): string => {
  const name = shortName(resource);
  return name.endsWith('GPU') ? `${name}s` : name;
};

/** Jobs that have joined, in order. */
export const jobsJoined = (world: World): number[] => [...world.state.keys()].filter((job) => world.state[job] !== 0);

/** Jobs that stand in a status now, in order of joining. */
export function jobsIn(world: World, ...statuses: string[]): number[] {
  return [...world.state.keys()].filter((job) => {
    const state = (world.state[job] as number) - 1;
    return state >= 0 && statuses.includes(statusOf[stateName(state)]);
  });
}

/** Jobs that hold room now, in order of joining. */
export const holders = (world: World): number[] =>
  [...world.state.keys()].filter((job) => world.holdings(job).length > 0);

/** `job train holds 2 GPUs on node-a`. */
export const holdingWords = (world: World, job: number): string =>
  `job ${jobName(world, job)} holds ${askOf(world, job)} on ${joined(world.holdings(job).map(({ node }) => nodeOf(world.scenario, node).name))}`;

/** Priority of a job. */
export const priorityOf = (world: World, job: number): number =>
  world.scenario.kinds[world.kind[job] as number]?.priority ?? 0;

/** Each rank as the stem of a question says it. */
export const rankWords: Readonly<Record<Policy['rank'], string>> = {
  'first-fit': 'the first node that fits',
  'best-fit': 'the node that would be left with least',
  'least-allocated': 'the node with the largest share free (LeastAllocated)',
  'most-allocated': 'the node with the smallest share free (MostAllocated)',
  balanced: 'the node whose resources would be used most evenly',
  'requested-to-capacity-ratio': 'the node with the highest share booked (RequestedToCapacityRatio)'
};

/** Each queue order as the stem of a question says it. */
export const orderWords: Readonly<Record<Policy['order'], string>> = {
  fifo: 'first come, first served',
  priority: 'higher priority first',
  'shortest-first': 'the shortest estimate first',
  'shortest-remaining': 'the shortest remaining time first',
  'round-robin': 'in turns',
  'fair-share': 'the tenant that has used least first',
  drf: 'the tenant with the smallest dominant share first'
};

/** Each blocked-head rule as the stem of a question says it. */
export const blockedWords: Readonly<Record<Policy['blocked'], string>> = {
  block: 'nobody passes a job that does not fit',
  skip: 'a job that does not fit is passed over',
  easy: 'a job may pass if it does not delay the head of the queue (EASY backfill)',
  conservative: 'a job may pass if it delays nobody ahead of it (conservative backfill)'
};
