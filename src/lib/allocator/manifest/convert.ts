import { isExtended } from '#lib/base/units/index.ts';
import { inOrder, type Path, type Problem } from '#lib/base/input/index.ts';
import { readScenarioData, type ScenarioInput } from '#lib/allocator/scenario/index.ts';
import type { Manifested } from './documents.ts';
import type { KindName, Of } from './kinds.ts';
import { readPod, type Body } from './pod.ts';

/** What no manifest says and every run needs. */
const SERVICE = '10m';
/** A node for a manifest that has none: so much, and one of each device that is asked for. */
const STAND_IN = { cpu: 8, memory: '32Gi' } as const;

type Document<K extends KindName> = Extract<Manifested, { kind: K }>;
type Job = NonNullable<ScenarioInput['jobs']>[number];
type Deployment = NonNullable<ScenarioInput['deployments']>[number];
type Node = ScenarioInput['cluster']['nodes'][number];
type Quota = NonNullable<ScenarioInput['quotas']>[number];

/** An entry of a scenario, and the document that it came from. */
interface Made<T> {
  readonly entry: T;
  readonly from: Manifested;
}

/** The lists of a scenario by their names. */
interface Lists {
  readonly nodes: readonly Made<Node>[];
  readonly quotas: readonly Made<Quota>[];
  readonly jobs: readonly Made<Job>[];
  readonly deployments: readonly Made<Deployment>[];
}

/** Complains of a field of a document. */
type Report = (document: Manifested, path: Path, message: string) => void;

/** A scenario made from a manifest, with what had to be assumed; or everything that keeps it from being one. */
export type Converted =
  { readonly scenario: ScenarioInput; readonly assumed: readonly string[] } | { readonly problems: readonly Problem[] };

/** Turns the documents of a manifest into one scenario. What they ask for arrives all at once. */
export function convert(documents: readonly Manifested[]): Converted {
  const problems: Problem[] = [];
  const lists = gather(documents, (document, path, message) => {
    problems.push({ ...document.at.at(path), path: '', message });
  });
  if (problems.length > 0) return { problems: inOrder(problems) };
  const scenario = scenarioOf(lists);
  const wrong = unfit(scenario, lists);
  return wrong.length > 0 ? { problems: wrong } : { scenario, assumed: assumptions(lists) };
}

function gather(documents: readonly Manifested[], report: Report): Lists {
  const of = <K extends KindName>(kind: K) => documents.filter((d): d is Document<K> => d.kind === kind);
  const classes = of('PriorityClass').map(({ value }) => value);
  const body = (document: Manifested, spec: Of<'Pod'>['spec'], path: Path): Body => {
    const read = readPod(spec, classes);
    if ('body' in read) return read.body;
    report(document, [...path, ...read.field], read.message);
    return {};
  };
  const inTemplate = (from: Document<'Job' | 'Deployment'>): Body =>
    body(from, from.value.spec.template.spec, ['spec', 'template', 'spec']);

  const pods = of('Pod').map((from) => ({
    entry: { ...named(from.value.metadata), service: SERVICE, ...body(from, from.value.spec, ['spec']) },
    from
  }));
  const jobs = of('Job').map((from) => ({ entry: jobOf(from, inTemplate(from), report), from }));
  const deployments = of('Deployment').map((from): Made<Deployment> => {
    const { metadata, spec } = from.value;
    const hpa = hpaFor(metadata.name, of('HorizontalPodAutoscaler'));
    return {
      entry: { ...named(metadata), replicas: spec.replicas, ...(hpa ? { hpa } : {}), ...inTemplate(from) },
      from
    };
  });
  for (const from of of('HorizontalPodAutoscaler')) {
    const { name } = from.value.spec.scaleTargetRef;
    if (!deployments.some(({ entry }) => entry.name === name))
      report(from, ['spec', 'scaleTargetRef', 'name'], `there is no Deployment "${name}" in this manifest`);
  }
  return {
    nodes: of('Node').map((from) => ({ entry: nodeOf(from.value), from })),
    quotas: of('ResourceQuota').map((from) => ({ entry: quotaOf(from.value), from })),
    jobs: [...pods, ...jobs],
    deployments
  };
}

const named = ({ name, namespace }: Of<'Pod'>['metadata']): { name: string; tenant?: string } => ({
  name,
  ...(namespace === undefined ? {} : { tenant: namespace })
});

/** Pods of a Job that run side by side do not wait for each other: they are jobs, and no gang. */
function jobOf(from: Document<'Job'>, body: Body, report: Report): Job {
  const { metadata, spec } = from.value;
  const { parallelism, completions = parallelism, backoffLimit, activeDeadlineSeconds } = spec;
  if (completions > parallelism)
    report(
      from,
      ['spec', 'completions'],
      `cannot be represented in a scenario: all ${completions} pods are wanted at once, not ${parallelism} at a time`
    );
  if (body.restartPolicy === 'Always')
    report(from, ['spec', 'template'], 'a Job says restartPolicy OnFailure or Never');
  return {
    ...named(metadata),
    ...(completions === 1 ? {} : { count: completions }),
    service: SERVICE,
    ...body,
    ...(backoffLimit === undefined ? {} : { backoffLimit }),
    ...(activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds })
  };
}

/** What scales a deployment, if anything does. */
function hpaFor(deployment: string, scalers: readonly Document<'HorizontalPodAutoscaler'>[]): Deployment['hpa'] {
  const spec = scalers.find(({ value }) => value.spec.scaleTargetRef.name === deployment)?.value.spec;
  const [metric] = spec?.metrics ?? [];
  if (spec === undefined || metric === undefined) return undefined;
  return { min: spec.minReplicas, max: spec.maxReplicas, target: `${metric.resource.target.averageUtilization}%` };
}

const nodeOf = ({ metadata, spec, status }: Of<'Node'>): Node => ({
  name: metadata.name,
  allocatable: status.allocatable,
  ...(Object.keys(metadata.labels).length > 0 ? { labels: metadata.labels } : {}),
  ...(spec.taints.length > 0
    ? { taints: spec.taints.map(({ key, value = '', effect }) => ({ key, value, effect })) }
    : {}),
  ...(spec.unschedulable ? { unschedulable: true } : {})
});

const quotaOf = ({ metadata, spec }: Of<'ResourceQuota'>): Quota => ({
  tenant: metadata.namespace ?? 'default',
  name: metadata.name,
  hard: spec.hard
});

const entries = <T>(list: readonly Made<T>[]): T[] => list.map(({ entry }) => entry);

function scenarioOf({ nodes, quotas, jobs, deployments }: Lists): ScenarioInput {
  const asked = [...entries(jobs), ...entries(deployments)].flatMap(({ resources }) => [
    ...Object.keys(resources?.requests ?? {}),
    ...Object.keys(resources?.limits ?? {})
  ]);
  const devices = Object.fromEntries(asked.filter(isExtended).map((resource) => [resource, 1]));
  return {
    schema: 1,
    id: 'from-a-manifest',
    title: 'From a manifest',
    cluster: {
      nodes: nodes.length > 0 ? entries(nodes) : [{ name: 'node-a', allocatable: { ...STAND_IN, ...devices } }]
    },
    policy: { preset: 'kubernetes' },
    ...(quotas.length > 0 ? { quotas: entries(quotas) } : {}),
    ...(jobs.length > 0 ? { jobs: entries(jobs) } : {}),
    ...(deployments.length > 0 ? { deployments: entries(deployments) } : {})
  };
}

const assumptions = ({ nodes, jobs, deployments }: Lists): string[] => [
  ...(jobs.length > 0
    ? [`A manifest says nothing of how long work takes: each job runs for ${SERVICE}. Change "service".`]
    : []),
  ...(deployments.length > 0 ? ['It says nothing of load: add "load" to a deployment to have it scaled.'] : []),
  ...(nodes.length > 0 ? [] : ['It has no Node, so there is one to try it on. Change "cluster".']),
  'Everything arrives at once. Add "arrival" to change that.'
];

/** What the scenario's own check has against it, each at the document that it came from. */
function unfit(scenario: ScenarioInput, lists: Lists): Problem[] {
  const read = readScenarioData(scenario);
  if (read.ok) return [];
  return inOrder(
    read.problems.map((problem) => {
      const [, list, index] = /(nodes|quotas|jobs|deployments)\[(\d+)\]/.exec(problem.path) ?? [];
      const from = list === undefined ? undefined : lists[list as keyof Lists][Number(index)]?.from;
      return { ...problem, ...(from?.at.at([]) ?? { line: 1, col: 1 }) };
    })
  );
}
