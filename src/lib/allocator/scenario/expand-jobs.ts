import type { Complaints, Path } from './complaints.ts';
import type { JobEntry, ScenarioFile } from './schema.ts';
import type { JobKind, Jobs, UsageStep } from './types.ts';
import { apiComplaint, hasApiServer } from './validity.ts';

/** What the entries of a file have in common: everything a job or the replicas of a deployment can say of itself. */
type Body = Omit<JobEntry, 'name' | 'count' | 'arrival' | 'service' | 'estimate'>;

/** Where a tenant stands in the scenario's list. */
export type TenantIndex = (name: string) => number;

const GRACE = '30s';

/** The kind of a job entry or a deployment. */
export function expandKind(
  body: Body & { readonly name: string },
  path: Path,
  resources: readonly string[],
  tenant: TenantIndex,
  preset: ScenarioFile['policy']['preset'],
  complaints: Complaints,
  deployment?: number
): JobKind {
  const { requests, limits } = body.resources;
  const amounts = (
    part: 'requests' | 'limits',
    given: Readonly<Record<string, string | number>>,
    none: number
  ): number[] =>
    resources.map((r) =>
      given[r] === undefined ? none : complaints.amount([...path, 'resources', part, r], r, given[r])
    );
  return {
    name: body.name,
    tenant: tenant(body.tenant),
    priority: body.priority,
    preempts: body.preemptionPolicy !== 'Never',
    // A limit without a request is the request too, as the API server defaults it.
    requests: amounts('requests', { ...limits, ...requests }, 0),
    limits: amounts('limits', limits, -1),
    usage: {
      cpu:
        body.usage.cpu === undefined ? undefined : complaints.amount([...path, 'usage', 'cpu'], 'cpu', body.usage.cpu),
      memory: memoryUsage(body.usage.memory, [...path, 'usage', 'memory'], complaints)
    },
    tolerations: body.tolerations.map((t) => ({ ...t, effect: t.effect ?? '' })),
    nodeSelector: body.nodeSelector,
    gang: body.gang,
    grace: complaints.ticks([...path, 'grace'], body.grace ?? (hasApiServer(preset) ? GRACE : 0)),
    checkpoint: body.checkpoint && {
      every: complaints.someTicks([...path, 'checkpoint', 'every'], body.checkpoint.every),
      cost: complaints.ticks([...path, 'checkpoint', 'cost'], body.checkpoint.cost)
    },
    // A deployment takes no other.
    restartPolicy: deployment === undefined ? body.restartPolicy : 'Always',
    backoffLimit: body.backoffLimit,
    fails: body.fails.map((f, i) => ({ ...f, after: complaints.someTicks([...path, 'fails', i, 'after'], f.after) })),
    pull: pullTicks(body.image, [...path, 'image', 'takes'], complaints),
    deadline:
      body.activeDeadlineSeconds === undefined
        ? undefined
        : complaints.ticks([...path, 'activeDeadlineSeconds'], body.activeDeadlineSeconds),
    invalid: hasApiServer(preset) ? apiComplaint(body) : undefined,
    deployment
  };
}

function memoryUsage(usage: Body['usage']['memory'], path: Path, complaints: Complaints): UsageStep[] {
  if (usage === undefined) return [];
  if (!Array.isArray(usage)) return [{ at: 0, is: complaints.amount(path, 'memory', usage) }];
  return usage
    .map(({ at, is }, i) => ({
      at: complaints.ticks([...path, i, 'at'], at),
      is: complaints.amount([...path, i, 'is'], 'memory', is)
    }))
    .sort((a, b) => a.at - b.at);
}

function pullTicks(image: Body['image'], path: Path, complaints: Complaints): number | undefined {
  if ('takes' in image) return complaints.ticks(path, image.takes);
  return image.pull === 'ok' ? 0 : undefined;
}

/** One job before the columns are made. */
export interface Draft {
  readonly kind: number;
  readonly arrival: number;
  readonly service: number;
  readonly estimate: number;
  /** Jobs that this one is followed by in its gang, itself included; 0 for the later members. */
  readonly gang: number;
  readonly name: string;
}

/** The jobs of one entry: one for each of its count, and one for each pod where gangs are placed pod by pod. */
export function draftJobs(
  entry: JobEntry,
  kind: number,
  path: Path,
  podByPod: boolean,
  complaints: Complaints
): Draft[] {
  const arrival = complaints.ticks([...path, 'arrival'], entry.arrival);
  const service = complaints.someTicks([...path, 'service'], entry.service ?? '1m');
  const estimate = entry.estimate === undefined ? service : complaints.someTicks([...path, 'estimate'], entry.estimate);
  const members = podByPod ? entry.gang : 1;
  const drafts: Draft[] = [];
  for (let i = 1; i <= entry.count; i++) {
    const name = entry.count === 1 ? entry.name : `${entry.name}-${i}`;
    for (let m = 0; m < members; m++)
      drafts.push({
        kind,
        arrival,
        service,
        estimate,
        gang: m === 0 ? members : 0,
        name: members === 1 ? name : `${name}-${m}`
      });
  }
  return drafts;
}

/** The columns of some drafts, in order of arrival and then of the file; the pods of a gang stay together. */
export function columnsOf(drafts: readonly Draft[]): Jobs {
  const order = drafts
    .map((_, i) => i)
    .sort((a, b) => (drafts[a] as Draft).arrival - (drafts[b] as Draft).arrival || a - b);
  const sorted = order.map((i) => drafts[i] as Draft);
  let first = 0;
  return {
    count: sorted.length,
    arrival: Float64Array.from(sorted, (d) => d.arrival),
    service: Float64Array.from(sorted, (d) => d.service),
    estimate: Float64Array.from(sorted, (d) => d.estimate),
    kind: Uint32Array.from(sorted, (d) => d.kind),
    gangOf: Uint32Array.from(sorted, (d, i) => (d.gang > 0 ? (first = i) : first)),
    name: (job) => sorted[job]?.name ?? `job-${job + 1}`
  };
}
