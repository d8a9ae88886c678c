import { formatClock, plainAmount } from '#lib/base/units/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { jobName, World } from '#lib/allocator/trace/index.ts';
import { askOf } from '#lib/teaching/explain/index.ts';
import { policyWords } from '#lib/teaching/predict/index.ts';
import type { Setup, SetupJob } from './types.ts';

/** What is there before a run: nodes, jobs in order of arrival, policy. Jobs that somebody lets in later are left out. */
export function setupOf(scenario: Scenario): Setup {
  return { nodes: nodeLines(scenario), jobs: jobRows(scenario), policy: policyWords(scenario) };
}

const nodeLines = ({ nodes, resources }: Scenario): string[] =>
  nodes.map(({ name, allocatable, taints }) => {
    const offers = resources.flatMap((r, i) =>
      (allocatable[i] ?? 0) > 0 ? [plainAmount(r, allocatable[i] ?? 0)] : []
    );
    const taint = taints.map(({ key, effect }) => `, tainted ${key}:${effect}`).join('');
    return `${name}: ${offers.join(', ')}${taint}`;
  });

function jobRows(scenario: Scenario): SetupJob[] {
  const { jobs, kinds, tenants, tickMillis } = scenario;
  const world = new World(scenario);
  const clock = (ticks: number): string => formatClock(ticks, tickMillis);
  const priorities = new Set(kinds.map(({ priority }) => priority));
  return Array.from({ length: jobs.count }, (_, job) => job)
    .filter((job) => (jobs.arrival[job] as number) < Infinity)
    .sort((a, b) => (jobs.arrival[a] as number) - (jobs.arrival[b] as number) || a - b)
    .map((job) => {
      const kind = kinds[jobs.kind[job] as number];
      return {
        job: jobName(world, job),
        arrives: clock(jobs.arrival[job] as number),
        asks: askOf(world, job),
        runs: clock(jobs.service[job] as number),
        priority: priorities.size > 1 ? String(kind?.priority ?? 0) : '',
        tenant: tenants.length > 1 ? (tenants[kind?.tenant ?? -1]?.name ?? '') : ''
      };
    });
}
