import { plainAmount, shortName } from '#lib/base/units/index.ts';
import { formatClock } from '#lib/base/units/index.ts';
import type { JobKind, Scenario } from '#lib/allocator/scenario/index.ts';
import { jobName, nodeOf, type World } from '#lib/allocator/trace/index.ts';

/** `1 GPU`, `2 GPUs and 4 CPU`: things in a sentence, nothing as `nothing`. */
export function list(items: readonly string[]): string {
  if (items.length === 0) return 'nothing';
  if (items.length === 1) return items[0] as string;
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) as string}`;
}

/** The first letter as at the start of a sentence; names of nodes and jobs stay as they are. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

/** What a job shares with all others of its entry. */
export const kindOf = (world: World, job: number): JobKind =>
  world.scenario.kinds[world.kind[job] as number] as JobKind;

/** What all pods of a job ask for together, as a sentence has it: `2 GPUs and 4 CPU`. */
export function askOf(world: World, job: number): string {
  const { resources, policy } = world.scenario;
  const kind = kindOf(world, job);
  const pods = policy.gangs === 'all-or-nothing' ? kind.gang : 1;
  const each = list(
    resources.flatMap((r, i) => ((kind.requests[i] as number) > 0 ? [plainAmount(r, kind.requests[i] as number)] : []))
  );
  return pods === 1 ? each : `${pods} pods of ${each}`;
}

/** Indices of the resources a job asks for; all resources for a job that asks for none. */
export function askedResources(world: World, job: number): number[] {
  const { resources } = world.scenario;
  const { requests } = kindOf(world, job);
  const asked = resources.flatMap((_, r) => ((requests[r] as number) > 0 ? [r] : []));
  return asked.length > 0 ? asked : resources.map((_, r) => r);
}

/** The bare figure of an amount, for a cell whose label names the resource: `1`, `1.5`, `32 GiB`. */
export function figure(resource: string, amount: number): string {
  const plain = plainAmount(resource, amount);
  const named = shortName(resource);
  return plain.endsWith(named) || plain.endsWith(`${named}s`) ? (plain.split(' ')[0] as string) : plain;
}

/** What is free of a resource on all nodes that are up, and the most on one of them. */
export function freeOf(world: World, resource: number): { total: number; most: number; nodes: number } {
  const width = world.scenario.resources.length;
  let total = 0;
  let most = 0;
  let nodes = 0;
  for (let node = 0; node < world.up.length; node++) {
    if (world.up[node] !== 1) continue;
    const free = world.free[node * width + resource] as number;
    total += free;
    most = Math.max(most, free);
    nodes++;
  }
  return { total, most, nodes };
}

/** `GPU free`, `CPU free`, `memory free`: the label of a figure. */
export const freeLabel = (resource: string): string => `${shortName(resource)} free`;

export const nodeName = (scenario: Scenario, node: number): string => nodeOf(scenario, node).name;
export const clockOf = (scenario: Scenario, tick: number): string => formatClock(tick, scenario.tickMillis);
export { jobName };
