import type { Quota } from '#lib/allocator/scenario/index.ts';
import type { QuotaVerdict } from '#lib/allocator/trace/index.ts';
import type { Sim } from './sim.ts';

/** The quotas that cap a job's tenant in one mode. */
const quotasOf = (sim: Sim, job: number, mode: Quota['mode']): readonly Quota[] =>
  sim.scenario.quotas.filter((q) => q.mode === mode && q.tenant === sim.kindOf(job).tenant);

/** What a cohort would still lend a quota of one resource: what its members may have less what all of them hold. */
function borrowable(sim: Sim, quota: Quota, resource: number): number {
  const width = sim.scenario.resources.length;
  let idle = 0;
  for (const member of sim.scenario.quotas)
    if (member.cohort === quota.cohort && (member.hard[resource] as number) >= 0)
      idle += (member.hard[resource] as number) - (sim.ledger.charged[member.tenant * width + resource] as number);
  const used = sim.ledger.charged[quota.tenant * width + resource] as number;
  const unusedOwn = (quota.hard[resource] as number) - used;
  return Math.max(0, Math.min(idle - unusedOwn, quota.borrowing ?? Infinity));
}

/** Every resource of every quota of one mode that a job would take beyond what its tenant may hold. */
export function overQuota(sim: Sim, job: number, mode: Quota['mode']): QuotaVerdict[] {
  const { resources } = sim.scenario;
  const { tenant, requests } = sim.kindOf(job);
  const pods = sim.placement.podsOf(job);
  return quotasOf(sim, job, mode).flatMap((quota) =>
    resources.flatMap((resource, r) => {
      const hard = quota.hard[r] as number;
      const asked = pods * (requests[r] as number);
      const used = sim.ledger.charged[tenant * resources.length + r] as number;
      const more = quota.cohort === undefined ? 0 : borrowable(sim, quota, r);
      if (hard < 0 || asked === 0 || used + asked <= hard + more) return [];
      return [
        { quota: quota.name, resource, used, asked, hard, ...(quota.cohort === undefined ? {} : { borrowable: more }) }
      ];
    })
  );
}
