import type { JobKind } from '#lib/allocator/scenario/index.ts';
import type { Ending } from './columns.ts';
import type { Sim } from './sim.ts';

/** Ticks that an amount of work takes, checkpoints included; none is written after the last piece. */
export function ticksFor(kind: JobKind, work: number): number {
  if (kind.checkpoint === undefined || work === Infinity) return work;
  const { every, cost } = kind.checkpoint;
  return work + cost * Math.max(0, Math.ceil(work / every) - 1);
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
  const { checkpoint } = sim.kindOf(job);
  const saved =
    checkpoint === undefined ? 0 : Math.floor(ran / (checkpoint.every + checkpoint.cost)) * checkpoint.every;
  const paused = ending === 'turn' || (ending === 'preempt' && sim.scenario.policy.preempted === 'resume');
  return Math.min(paused ? ran : saved, sim.jobs.remaining[job] as number);
}
