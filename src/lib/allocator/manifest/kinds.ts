import * as v from 'valibot';
import { aside, beyond, metadata, nodeSpec, nodeStatus, podSpec, template } from './parts.ts';

const whole = (least: number) =>
  v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(least, `must be at least ${least}`));

const object = <const V extends string, E extends v.ObjectEntries>(apiVersions: readonly V[], entries: E) =>
  v.strictObject({ apiVersion: v.picklist(apiVersions), kind: v.string(), metadata, ...entries });

const cpuMetric = v.strictObject({
  type: v.literal('Resource', 'cannot be represented in a scenario: replicas follow the use of CPU alone'),
  resource: v.strictObject({
    name: v.literal('cpu', 'cannot be represented in a scenario: replicas follow the use of CPU alone'),
    target: v.strictObject({
      type: v.literal('Utilization', 'cannot be represented in a scenario: the target is a share of the requests'),
      averageUtilization: whole(1)
    })
  })
});

/** The kinds that a scenario can represent, each with its fields. */
export const kinds = {
  Pod: object(['v1'], { spec: podSpec, status: aside }),
  Job: object(['batch/v1'], {
    spec: v.strictObject({
      template,
      parallelism: v.optional(whole(0), 1),
      completions: v.optional(whole(1)),
      backoffLimit: v.optional(whole(0)),
      activeDeadlineSeconds: v.optional(whole(1)),
      completionMode: aside,
      ttlSecondsAfterFinished: aside,
      selector: aside,
      suspend: beyond('every job is ready to be scheduled'),
      podFailurePolicy: beyond('every failure counts against backoffLimit'),
      successPolicy: beyond('a job is done when all of it is'),
      backoffLimitPerIndex: beyond('every failure counts against backoffLimit'),
      maxFailedIndexes: beyond('every failure counts against backoffLimit'),
      podReplacementPolicy: aside
    }),
    status: aside
  }),
  Deployment: object(['apps/v1'], {
    spec: v.strictObject({
      replicas: v.optional(whole(0), 1),
      template,
      selector: aside,
      strategy: aside,
      revisionHistoryLimit: aside,
      progressDeadlineSeconds: aside,
      minReadySeconds: aside,
      paused: aside
    }),
    status: aside
  }),
  HorizontalPodAutoscaler: object(['autoscaling/v2'], {
    spec: v.strictObject({
      scaleTargetRef: v.strictObject({
        apiVersion: v.optional(v.string()),
        kind: v.literal('Deployment', 'cannot be represented in a scenario: only a Deployment is scaled'),
        name: v.string()
      }),
      minReplicas: v.optional(whole(1), 1),
      maxReplicas: whole(1),
      metrics: v.pipe(
        v.array(cpuMetric),
        v.length(1, 'cannot be represented in a scenario: replicas follow one metric, the use of CPU')
      ),
      behavior: beyond('replicas change as the controller does without a behaviour of their own')
    }),
    status: aside
  }),
  ResourceQuota: object(['v1'], {
    spec: v.strictObject({
      hard: v.record(v.string(), v.union([v.string(), v.number()])),
      scopes: beyond('a quota counts every pod of its tenant'),
      scopeSelector: beyond('a quota counts every pod of its tenant')
    }),
    status: aside
  }),
  Node: object(['v1'], {
    metadata: v.strictObject({ ...metadata.entries, labels: v.optional(v.record(v.string(), v.string()), {}) }),
    spec: nodeSpec,
    status: nodeStatus
  }),
  PriorityClass: object(['scheduling.k8s.io/v1'], {
    value: v.pipe(v.number(), v.integer('must be a whole number')),
    globalDefault: v.optional(v.boolean(), false),
    preemptionPolicy: v.optional(v.picklist(['PreemptLowerPriority', 'Never'])),
    description: aside
  })
} as const;

export type KindName = keyof typeof kinds;
/** A manifest's document of a kind, read and checked. */
export type Of<K extends KindName> = v.InferOutput<(typeof kinds)[K]>;
