import { parseDuration } from '#lib/base/units/index.ts';
import { Complaints, type Complaint, type Path } from './complaints.ts';
import { expandEvents, expandUntil, jobNamed, type Find } from './expand-events.ts';
import { columnsOf, draftJobs, expandKind } from './expand-jobs.ts';
import { resourceOfProfile } from './expand-gpus.ts';
import { expandBody, expandNode } from './expand-nodes.ts';
import { expandQuota } from './expand-quota.ts';
import { presets } from './presets.ts';
import { arrivalsOf, expandInterventions, onlyKnownResources, withArrivals } from './interventions.ts';
import { withinLimit } from './limits.ts';
import { mergeJobs } from './merge-jobs.ts';
import type { JobEntry, ScenarioFile } from './schema.ts';
import { expandWorkload } from './workload.ts';
import type { Deployment, Node, Policy, Scenario, Tenant } from './types.ts';

/** A scenario that can be run, or everything that keeps it from being run. */
export type Expanded =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** cpu and memory first, as every listing has them, then the others by name. */
function resourcesOf(file: ScenarioFile, entries: readonly JobEntry[]): string[] {
  const { nodes, autoscaler } = file.cluster;
  const named = [
    ...[...nodes, ...(autoscaler === undefined ? [] : [autoscaler.template])].flatMap(({ allocatable, gpus }) => [
      ...Object.keys(allocatable),
      ...(gpus?.sharing.mig ?? []).map(resourceOfProfile)
    ]),
    ...[...entries, ...file.deployments].flatMap((j) => [
      ...Object.keys(j.resources.requests),
      ...Object.keys(j.resources.limits)
    ])
  ];
  const rank = (r: string): number => (r === 'cpu' ? 0 : r === 'memory' ? 1 : 2);
  return [...new Set(named)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** Fills in the defaults of a checked file and turns its figures into whole ticks and amounts. */
export function expand(file: ScenarioFile): Expanded {
  const tickMillis = parseDuration(file.tick);
  const complaints = new Complaints(Math.max(1, tickMillis));
  if (tickMillis < 1) complaints.add(['tick'], 'must be at least a millisecond');
  const policy = expandPolicy(file, complaints);
  const podByPod = policy.gangs === 'pod-by-pod';
  const workload = expandWorkload(file, podByPod, complaints);
  const entries = [...file.jobs, ...(workload?.entries ?? [])];
  const resources = resourcesOf(file, entries);
  const nodes = withinLimit(file.cluster.nodes, 'nodes', ['cluster', 'nodes'], (n) => n.count, complaints).flatMap(
    (n, i) => expandNode(n, ['cluster', 'nodes', i], resources, complaints)
  );
  complaints.unique(
    'node',
    nodes.map(({ node, path }) => ({ name: node.name, path }))
  );

  const arrivals = arrivalsOf(file);
  onlyKnownResources(arrivals, resources, complaints);
  const tenants = tenantsOf(file, [...entries, ...arrivals.map(({ entry }) => entry)], complaints);
  const tenant = (name: string): number => tenants.findIndex((t) => t.name === name);
  const kinds = entries.map((entry, i) => {
    const path: Path = i < file.jobs.length ? ['jobs', i] : ['workload'];
    return expandKind(entry, path, resources, tenant, policy.preset, complaints);
  });
  const podsOf = (j: JobEntry): number => j.count * (podByPod ? j.gang : 1);
  const drafts = withinLimit(file.jobs, 'jobs', ['jobs'], podsOf, complaints).flatMap((j, i) =>
    draftJobs(j, i, ['jobs', i], podByPod, complaints)
  );
  complaints.unique('job', [
    ...file.jobs.map((j, i) => ({ name: j.name, path: ['jobs', i, 'name'] })),
    ...file.deployments.map((d, i) => ({ name: d.name, path: ['deployments', i, 'name'] })),
    ...arrivals.map(({ entry, path }) => ({ name: entry.name, path: [...path, 'name'] }))
  ]);
  const own = columnsOf(drafts);
  const scheduled = workload === undefined ? own : mergeJobs(own, workload.jobs);
  const deployments = file.deployments.map((d, i) => {
    const path: Path = ['deployments', i];
    kinds.push(expandKind(d, path, resources, tenant, policy.preset, complaints, i));
    return expandDeployment(d, kinds.length - 1, path, complaints);
  });
  const { jobs, of: arriving } = withArrivals(scheduled, arrivals, kinds.length, podByPod, complaints);
  kinds.push(
    ...arrivals.map(({ entry, path }) => expandKind(entry, path, resources, tenant, policy.preset, complaints))
  );

  const find: Find = {
    node: (name) => nodes.findIndex(({ node }) => node.name === name),
    job: (name) => jobNamed(jobs, name)
  };
  const scenario: Scenario = {
    id: file.id,
    title: file.title ?? file.id,
    objective: file.objective,
    look: file.look,
    seed: file.seed,
    tickMillis: complaints.tickMillis,
    until: expandUntil(file, find, complaints),
    resources,
    nodes: nodes.map(({ node }) => node),
    autoscaler: expandAutoscaler(file, resources, complaints),
    policy,
    tenants,
    quotas: file.quotas.map((q, i) => expandQuota(q, ['quotas', i], resources, tenant, complaints)),
    kinds,
    jobs,
    deployments,
    events: expandEvents(file, find, complaints),
    interventions: expandInterventions(file, policy, arriving, find, complaints)
  };
  return complaints.list.length === 0 ? { ok: true, scenario } : { ok: false, complaints: complaints.list };
}

function expandPolicy(file: ScenarioFile, complaints: Complaints): Policy {
  const { preset, quantum, ...parts } = file.policy;
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return {
    ...presets[preset],
    ...given,
    ...(quantum === undefined ? {} : { quantum: complaints.someTicks(['policy', 'quantum'], quantum) })
  };
}

/** The tenants a file lists and those its jobs name, the listed first. */
function tenantsOf(file: ScenarioFile, entries: readonly JobEntry[], complaints: Complaints): Tenant[] {
  complaints.unique(
    'tenant',
    file.tenants.map((t, i) => ({ name: t.name, path: ['tenants', i, 'name'] }))
  );
  const tenants: Tenant[] = [...file.tenants];
  for (const { tenant } of [...entries, ...file.deployments, ...file.quotas])
    if (!tenants.some((t) => t.name === tenant)) tenants.push({ name: tenant, weight: 1 });
  return tenants;
}

function expandAutoscaler(
  file: ScenarioFile,
  resources: readonly string[],
  complaints: Complaints
): Scenario['autoscaler'] {
  const { autoscaler } = file.cluster;
  if (autoscaler === undefined) return undefined;
  const path: Path = ['cluster', 'autoscaler'];
  const template: Node = expandBody(autoscaler.template, [...path, 'template'], resources, complaints);
  return {
    max: autoscaler.max,
    provision: complaints.ticks([...path, 'provision'], autoscaler.provision),
    idle: complaints.ticks([...path, 'idle'], autoscaler.idle),
    template
  };
}

function expandDeployment(
  d: ScenarioFile['deployments'][number],
  kind: number,
  path: Path,
  complaints: Complaints
): Deployment {
  return {
    name: d.name,
    kind,
    replicas: d.replicas,
    load: d.load
      .map(({ at, cpu }, i) => ({
        at: complaints.ticks([...path, 'load', i, 'at'], at),
        cpu: complaints.amount([...path, 'load', i, 'cpu'], 'cpu', cpu)
      }))
      .sort((a, b) => a.at - b.at),
    hpa: d.hpa && { min: d.hpa.min, max: d.hpa.max, target: Number.parseInt(d.hpa.target, 10) }
  };
}
