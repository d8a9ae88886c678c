import { cpuGranted, throttledService } from '#lib/allocator/rules/index.ts';
import type { JobKind } from '#lib/allocator/scenario/index.ts';
import type { Ending } from './columns.ts';
import type { Sim } from './sim.ts';

/** CPU that a job would use and what its limit lets it have, in millicores; undefined where nothing holds it back. */
function throttle(sim: Sim, kind: JobKind): { readonly need: number; readonly limit: number } | undefined {
  const need = kind.usage.cpu;
  if (need === undefined) return undefined;
  const limit = kind.limits[sim.scenario.resources.indexOf('cpu')] ?? -1;
  return cpuGranted(need, limit) < need ? { need, limit } : undefined;
}

/**
 * Ticks that an amount of a job's work takes: a CPU limit stretches it, and checkpoints are written every so many ticks
 * of the stretched time, none after the last piece.
 */
export function ticksFor(sim: Sim, job: number, work: number): number {
  if (work === Infinity) return work;
  const kind = sim.kindOf(job);
  const held = throttle(sim, kind);
  const ticks = held === undefined ? work : throttledService(work, held.need, held.limit);
  if (kind.checkpoint === undefined) return ticks;
  const { every, cost } = kind.checkpoint;
  return ticks + cost * Math.max(0, Math.ceil(ticks / every) - 1);
}

/**
 * Ticks of work that a run leaves done. A turn that is over loses nothing; otherwise a job that is stopped keeps what
 * its last checkpoint holds, or all of it where the preset pauses jobs rather than restarting them.
 */
export function workDone(sim: Sim, job: number, ending: Ending): number {
  const started = sim.jobs.startedAt[job] as number;
  if (ending === 'end') return sim.jobs.remaining[job] as number;
  if (started < 0) return 0;
  const ran = sim.tick - started;
  const kind = sim.kindOf(job);
  const { checkpoint } = kind;
  const saved =
    checkpoint === undefined ? 0 : Math.floor(ran / (checkpoint.every + checkpoint.cost)) * checkpoint.every;
  const paused = ending === 'turn' || (ending === 'preempt' && sim.scenario.policy.preempted === 'resume');
  const held = throttle(sim, kind);
  const ticks = paused ? ran : saved;
  const work = held === undefined ? ticks : Math.floor((ticks * held.limit) / held.need);
  return Math.min(work, sim.jobs.remaining[job] as number);
}
