import type { Blocked, Node, Order, Policy, Rank, Scenario } from '#lib/allocator/scenario/index.ts';
import { formatQuantity, plainAmount } from '#lib/base/units/index.ts';
import { clockOf, list, sentenceCase } from './names.ts';
import type { Setting, SettingJob } from './view.ts';

/** Jobs that are listed one by one. */
const MOST_JOBS = 24;

const orders: Readonly<Record<Order, string>> = {
  fifo: 'first come, first served',
  priority: 'the highest priority first, then the first to come',
  'shortest-first': 'the shortest first, by its estimate',
  'shortest-remaining': 'the one with the least left to do first',
  'round-robin': 'in turns',
  'fair-share': 'the tenant that had the least first',
  drf: 'the tenant with the smallest dominant share first'
};

const behind: Readonly<Record<Blocked, string>> = {
  block: 'nobody passes a job that does not fit',
  skip: 'a job that does not fit is passed over',
  easy: 'others may pass where they do not delay the first in line (EASY backfill)',
  conservative: 'others may pass where they delay nobody before them (conservative backfill)'
};

const ranks: Readonly<Record<Rank, string>> = {
  'first-fit': 'the first node that fits is taken',
  'best-fit': 'the node with the least left over is taken',
  'least-allocated': 'the emptiest node that fits is taken',
  'most-allocated': 'the fullest node that fits is taken',
  balanced: 'the node that stays most in balance is taken',
  'requested-to-capacity-ratio': 'the node is taken whose share in use scores best'
};

/** What a run starts from, in words: cluster, policy, quotas, what happens from outside, and the jobs. */
export function settingOf(scenario: Scenario): Setting {
  const { jobs } = scenario;
  const listed = Math.min(jobs.count, MOST_JOBS);
  return {
    lines: [
      ...clusterLines(scenario),
      policyLine(scenario),
      ...quotaLines(scenario),
      ...scenario.deployments.map(
        ({ name, replicas, hpa }) =>
          `Deployment ${name} has ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}` +
          `${hpa === undefined ? '' : `, and an HPA that keeps ${hpa.min} to ${hpa.max}`}.`
      ),
      ...eventLines(scenario)
    ],
    jobs: Array.from({ length: listed }, (_, job) => jobOf(scenario, job)),
    moreJobs: jobs.count - listed
  };
}

const amounts = ({ resources }: Scenario, some: readonly number[]): string =>
  list(resources.flatMap((resource, i) => ((some[i] ?? 0) > 0 ? [plainAmount(resource, some[i] as number)] : [])));

const offer = (scenario: Scenario, { allocatable, taints, unschedulable }: Node): string =>
  amounts(scenario, allocatable) +
  taints.map(({ key, value, effect }) => `, tainted ${key}${value === '' ? '' : `=${value}`}:${effect}`).join('') +
  (unschedulable ? ', closed to new jobs' : '');

function clusterLines(scenario: Scenario): string[] {
  const groups = new Map<string, string[]>();
  for (const node of scenario.nodes) {
    const what = offer(scenario, node);
    groups.set(what, [...(groups.get(what) ?? []), node.name]);
  }
  const { autoscaler } = scenario;
  return [
    ...[...groups].map(([what, names]) =>
      names.length === 1
        ? `Node ${names[0] as string} offers ${what}.`
        : `${names.length} nodes, ${names[0] as string} to ${names.at(-1) as string}, offer ${what} each.`
    ),
    ...(autoscaler === undefined
      ? []
      : [
          `An autoscaler adds nodes of ${amounts(scenario, autoscaler.template.allocatable)}, up to ${autoscaler.max}; ` +
            `a new one takes ${clockOf(scenario, autoscaler.provision)}.`
        ])
  ];
}

function policyLine({ policy }: Scenario): string {
  const parts = [orders[policy.order], behind[policy.blocked], ranks[policy.rank], stopping(policy)];
  return `${sentenceCase(parts.join('; '))}.`;
}

const stopping = ({ preemption, order }: Policy): string =>
  preemption === 'never'
    ? 'nobody is stopped for another'
    : order === 'shortest-remaining'
      ? 'a job with more left to do may be stopped for another'
      : 'a job of lower priority may be stopped for another';

const quotaLines = (scenario: Scenario): string[] =>
  scenario.quotas.map(({ tenant, declared, mode }) => {
    const caps = list([...declared].map(([name, cap]) => `${formatQuantity(cap)} ${name}`));
    const beyond = mode === 'reject' ? 'refused' : 'held back';
    return `Tenant ${scenario.tenants[tenant]?.name ?? ''} has a quota of ${caps}; what goes beyond is ${beyond}.`;
  });

const eventLines = (scenario: Scenario): string[] =>
  scenario.events.map((event) => {
    const at = `At ${clockOf(scenario, event.at)}`;
    if ('node' in event) return `${at} node ${scenario.nodes[event.node]?.name ?? ''} is ${event.is}.`;
    if ('job' in event) return `${at} job ${scenario.jobs.name(event.job)} is ${event.is}.`;
    return `${at} the autoscaler ${event.autoscaler}.`;
  });

function jobOf(scenario: Scenario, job: number): SettingJob {
  const { jobs, kinds, tenants, policy } = scenario;
  const kind = kinds[jobs.kind[job] as number];
  const pods = policy.gangs === 'all-or-nothing' ? (kind?.gang ?? 1) : 1;
  const time = (ticks: number): string => (Number.isFinite(ticks) ? clockOf(scenario, ticks) : '–');
  return {
    name: jobs.name(job),
    arrival: time(jobs.arrival[job] as number),
    ask: `${pods > 1 ? `${pods} pods of ` : ''}${amounts(scenario, kind?.requests ?? [])}`,
    service: time(jobs.service[job] as number),
    priority: kind?.priority ?? 0,
    tenant: tenants[kind?.tenant ?? 0]?.name ?? ''
  };
}
