import { nodeUtilisation, SCALE_DOWN_DEFAULTS, scanNode, type Use } from '#lib/allocator/rules/index.ts';
import { change } from '#lib/allocator/trace/index.ts';
import type { Autoscaler } from './autoscaler.ts';
import { ticksOf } from './clock.ts';
import { due } from './due.ts';
import { nodeDown, nodeUp } from './outside.ts';
import type { Sim } from './sim.ts';

/** One scan of the cluster autoscaler: asks for the nodes that are missing, and removes those long idle. */
export function scan(sim: Sim): void {
  const { autoscaler } = sim;
  if (autoscaler?.scanBegins() !== true) return;
  provision(sim, autoscaler, autoscaler.missing());
  const next = removeIdle(sim, autoscaler);
  // Between two scans that could come to anything the real one makes many that do not.
  if (next < Infinity) autoscaler.requestScan(next);
}

function provision(sim: Sim, { coming, slots, settings }: Autoscaler, count: number): void {
  if (count === 0) return;
  sim.beginStep();
  const free = slots.filter((slot) => sim.world.up[slot] !== 1 && !coming.has(slot));
  for (const slot of free.slice(0, count)) {
    coming.add(slot);
    sim.emit(change.provision, 0, slot);
    sim.events.push(sim.tick + settings.provision, due.provisioned, slot, 0);
  }
}

/** The provider answers: the node joins, or it is refused and those who waited for it are checked again. */
export function provisioned(sim: Sim, slot: number): void {
  const { autoscaler } = sim;
  if (autoscaler === undefined) return;
  autoscaler.coming.delete(slot);
  if (!autoscaler.refused) {
    nodeUp(sim, slot);
    autoscaler.lastAdd = sim.tick;
    autoscaler.requestScan();
    return;
  }
  sim.beginStep();
  sim.emit(change.provisionFailed, 0, slot);
  sim.wake(sim.waiting.inOrder().filter((job) => sim.isIn(job, 'waiting.scaling')));
}

/** Removes the managed nodes that have been idle for long enough; the tick at which the next may go, Infinity for none. */
function removeIdle(sim: Sim, autoscaler: Autoscaler): number {
  const { settings, unneededSince } = autoscaler;
  const used = new Set([...sim.holding].flatMap((job) => sim.world.holdings(job).map(({ node }) => node)));
  const limits = {
    threshold: SCALE_DOWN_DEFAULTS.threshold,
    unneededTime: settings.idle,
    delayAfterAdd: ticksOf(sim, SCALE_DOWN_DEFAULTS.delayAfterAdd)
  };
  const heldUntil = (autoscaler.lastAdd ?? -Infinity) + limits.delayAfterAdd;
  let next = Infinity;
  for (const slot of autoscaler.slots.filter((s) => sim.world.up[s] === 1)) {
    const node = {
      utilisation: utilisation(sim, slot),
      // Pods are not moved to empty a node: one that holds any is in use.
      podsFitElsewhere: !used.has(slot),
      unneededSince: unneededSince.get(slot) ?? null
    };
    const found = scanNode(node, sim.tick, autoscaler.lastAdd, limits);
    unneededSince.delete(slot);
    if (found.remove) nodeDown(sim, slot);
    else if (found.unneededSince !== null) {
      unneededSince.set(slot, found.unneededSince);
      next = Math.min(next, Math.max(sim.tick + 1, found.unneededSince + limits.unneededTime, heldUntil));
    }
  }
  return next;
}

function utilisation(sim: Sim, slot: number): number {
  const { resources } = sim.scenario;
  const { free, allocatable } = sim.world;
  const use = (resource: string): Use => {
    const at = slot * resources.length + resources.indexOf(resource);
    const offered = resources.includes(resource) ? (allocatable[at] as number) : 0;
    return { allocatable: offered, requested: offered - (free[at] ?? 0), excluded: 0 };
  };
  const gpu = use('nvidia.com/gpu');
  return nodeUtilisation(use('cpu'), use('memory'), gpu.allocatable > 0 ? gpu : null);
}
