import { parseResourceList } from '#lib/allocator/rules/index.ts';
import type { Complaints, Path } from './complaints.ts';
import type { TenantIndex } from './expand-jobs.ts';
import type { ScenarioFile } from './schema.ts';
import type { Quota } from './types.ts';

/** What a ResourceQuota counts beside the requests of a resource; quotas that hold back count requests only. */
const countedOnCreation = /^(limits\..+|pods|count\/pods)$/;

/** The name of the resource that a quota counts the requests of. */
const plain = (name: string): string => name.replace(/^requests\./, '');

/** One quota of a file. */
export function expandQuota(
  quota: ScenarioFile['quotas'][number],
  path: Path,
  resources: readonly string[],
  tenant: TenantIndex,
  complaints: Complaints
): Quota {
  const counted = Object.entries(quota.hard).filter(([name]) => {
    if (quota.mode === 'reject' && countedOnCreation.test(name)) return false;
    if (resources.includes(plain(name))) return true;
    complaints.add([...path, 'hard', name], `no node and no job of this scenario names "${plain(name)}"`);
    return false;
  });
  const capped = new Map(
    counted.map(([name, given]) => [plain(name), complaints.amount([...path, 'hard', name], plain(name), given)])
  );
  return {
    name: quota.name ?? `quota-${quota.tenant}`,
    tenant: tenant(quota.tenant),
    hard: resources.map((r) => capped.get(r) ?? -1),
    declared: parseResourceList(quota.hard),
    mode: quota.mode,
    cohort: quota.cohort,
    borrowing: quota.borrowing,
    reclaim: quota.reclaim
  };
}
