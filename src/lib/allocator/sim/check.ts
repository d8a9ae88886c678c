import { hasApiServer } from '#lib/allocator/scenario/index.ts';
import type { GuardName } from '#lib/allocator/lifecycle/index.ts';
import type { BackfillVerdict, CheckEvidence, QuotaVerdict, ScaleUpVerdict } from '#lib/allocator/trace/index.ts';
import { gather } from './evidence.ts';
import type { Reclaimed } from './cohorts.ts';
import type { Backfill } from './reservations.ts';
import type { Place, Sim } from './sim.ts';
import { findVictims, type Victims, type VictimSearchResult } from './victims.ts';

/** What stands between a job and the nodes: somebody ahead whom nothing may pass, or whom nothing may delay. */
export interface Ahead {
  readonly job: number;
  /** Absent where nothing may pass. */
  readonly reservations?: Backfill;
}

/** What a check found out, as far as it had to ask. */
export interface Findings {
  readonly guard: GuardName | 'mustQueue';
  readonly quotas: readonly QuotaVerdict[];
  readonly places: readonly Place[] | undefined;
  readonly passing: BackfillVerdict | undefined;
  readonly search: VictimSearchResult | undefined;
  readonly scaleUp: ScaleUpVerdict | undefined;
  /** What the API server, or Kueue, says of it, where the preset has one. */
  readonly complaint: string | undefined;
  /** Those who lose the quota that they borrow. */
  readonly reclaimed: readonly Reclaimed[];
}

/** What a check decides, and what follows for whom. */
export interface Decision extends Findings {
  readonly victims: Victims | undefined;
  readonly evidence: CheckEvidence | undefined;
}

/**
 * The check: asks the guards in the order of the chart and stops at the first that holds. One atomic step; nothing of
 * the world changes. Evidence is gathered only for the steps that the sink wants.
 */
export function check(sim: Sim, job: number, ahead: Ahead | undefined): Decision {
  sim.counts.checks++;
  const findings = ask(sim, job, ahead);
  const victims = findings.search !== undefined && 'victims' in findings.search ? findings.search.victims : undefined;
  const evidence = sim.sink?.wants(sim.step) === true ? gather(sim, job, ahead, findings) : undefined;
  return { ...findings, victims, evidence };
}

/** What is asked of a job behind one that does not fit: it preempts nobody and asks for no node. */
function askBehind(job: number, { reservations }: Ahead): Pick<Findings, 'guard' | 'places' | 'passing'> {
  const passing = reservations?.ask(job);
  return { guard: passing?.starts === true ? 'fits' : 'mustQueue', places: passing?.places, passing: passing?.verdict };
}

function ask(sim: Sim, job: number, ahead: Ahead | undefined): Findings {
  const none = {
    quotas: [],
    places: undefined,
    passing: undefined,
    search: undefined,
    scaleUp: undefined,
    complaint: undefined,
    reclaimed: []
  };
  const { invalid } = sim.kindOf(job);
  if (invalid !== undefined) return { ...none, guard: 'invalid', complaint: invalid };
  const quota = sim.jobs.admitted[job] === true ? undefined : askQuota(sim, job, ahead);
  if (quota !== undefined && quota.guard !== 'canPreempt') return { ...none, ...quota };
  if (sim.scenario.policy.neverFits === 'reject' && sim.placement.neverFits(job))
    return { ...none, guard: 'neverFits' };
  if (quota !== undefined) return { ...none, ...quota };
  if (ahead !== undefined) return { ...none, ...askBehind(job, ahead) };
  const places = sim.placement.place(job);
  if (places !== undefined) return { ...none, guard: 'fits', places };
  const search = findVictims(sim, job);
  if ('victims' in search && search.victims !== undefined) return { ...none, guard: 'canPreempt', search };
  if ('barred' in search && search.barred === 'victims-stopping') return { ...none, guard: 'canPreempt', search };
  const scaleUp = sim.autoscaler?.verdict(job);
  return { ...none, guard: scaleUp?.holds === true ? 'canScaleUp' : 'mustQueue', search, scaleUp };
}

/** Whether quotas refuse a job, hold it back, or would be there if those who borrow were stopped. */
function askQuota(
  sim: Sim,
  job: number,
  ahead: Ahead | undefined
): (Partial<Findings> & Pick<Findings, 'guard'>) | undefined {
  const { preset } = sim.scenario.policy;
  const refused = sim.resourceQuotas.refusal(job);
  if (refused !== undefined) {
    const complaint = hasApiServer(preset) ? refused.message : undefined;
    return { guard: 'overQuota', quotas: refused.verdicts, complaint };
  }
  const hold = sim.cohorts.hold(job);
  if (hold === undefined) return undefined;
  const reclaimed = ahead === undefined ? sim.cohorts.reclaim(job) : [];
  const complaint = preset === 'kueue' ? hold.message : undefined;
  return { guard: reclaimed.length > 0 ? 'canPreempt' : 'heldByQuota', quotas: hold.verdicts, complaint, reclaimed };
}
