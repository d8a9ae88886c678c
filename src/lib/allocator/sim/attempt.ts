import { exceedsMemoryLimit, refusesSeveral, severalRefused, GPU_RESOURCE } from '#lib/allocator/rules/index.ts';
import { nodeOf } from '#lib/allocator/trace/index.ts';
import type { Ending } from './columns.ts';
import { estimatedRemaining } from './queue-order.ts';
import { due } from './due.ts';
import type { Sim } from './sim.ts';
import { ticksFor } from './work.ts';

/** How an attempt comes to its end, and after how many ticks. */
interface PlannedEnd {
  readonly ticks: number;
  readonly ending: Ending;
}

/** Begins an attempt: one run of the job's program, whose end is decided here unless something stops it before. */
export function beginAttempt(sim: Sim, job: number): void {
  const { jobs, scenario } = sim;
  jobs.attempt[job] = (jobs.attempt[job] as number) + 1;
  jobs.startedAt[job] = sim.tick;
  sim.ends.set(job, sim.tick + estimatedRemaining(sim, job));
  const { ticks, ending } = plannedEnd(sim, job);
  jobs.ending[job] = ending;
  if (ticks < Infinity) sim.schedule(ticks, due.end, job);
  if (scenario.policy.order === 'round-robin') sim.schedule(scenario.policy.quantum, due.turn, job);
  if (sim.watchesMemory)
    for (const at of new Set([0, ...sim.kindOf(job).usage.memory.map((step) => step.at)]))
      sim.schedule(at, due.memory, job);
}

/** The first of what would end it; work that is done at the tick of a failure counts as done. */
function plannedEnd(sim: Sim, job: number): PlannedEnd {
  const ends: PlannedEnd[] = [
    { ticks: ticksFor(sim, job, sim.jobs.remaining[job] as number), ending: 'end' },
    { ticks: failureAfter(sim, job), ending: 'fail' },
    { ticks: killAfter(sim, job), ending: 'kill' }
  ];
  return ends.reduce((first, other) => (other.ticks < first.ticks ? other : first));
}

function failureAfter(sim: Sim, job: number): number {
  if (deviceRefused(sim, job)) return 0;
  const attempt = sim.jobs.attempt[job] as number;
  return sim.kindOf(job).fails.find((f) => f.attempt === attempt)?.after ?? Infinity;
}

/** Ticks until the job uses more memory than its limit; Infinity for never. */
function killAfter(sim: Sim, job: number): number {
  const { limits, usage } = sim.kindOf(job);
  const limit = limits[sim.scenario.resources.indexOf('memory')] ?? -1;
  return usage.memory.find(({ is }) => exceedsMemoryLimit(is, limit))?.at ?? Infinity;
}

/** Whether the node's device plugin turns the pod away as it starts, because it asks for several shares of one GPU. */
function deviceRefused(sim: Sim, job: number): boolean {
  const asked = sim.kindOf(job).requests[sim.scenario.resources.indexOf(GPU_RESOURCE)] ?? 0;
  return severalRefused(asked) !== undefined && sim.world.holdings(job).some(({ node }) => refusesAt(sim, node));
}

function refusesAt(sim: Sim, node: number): boolean {
  const { gpus } = nodeOf(sim.scenario, node);
  return (
    (gpus?.mps !== undefined && refusesSeveral('mps')) ||
    (gpus?.timeSlicing !== undefined && refusesSeveral('timeSlicing'))
  );
}
