import * as v from 'valibot';

/** What stands in the place of a field that a scenario has no use for; it is noted, not dropped in silence. */
export const SET_ASIDE = Symbol('set aside');

/** A field without a bearing on who gets what and when. */
export const aside = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((): typeof SET_ASIDE => SET_ASIDE)
  )
);

/** A field that does have a bearing, and that no scenario can express. */
export const beyond = (why: string) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.check(() => false, `cannot be represented in a scenario: ${why}`)
    )
  );

const whole = v.pipe(v.number(), v.integer('must be a whole number'));
const labels = v.optional(v.record(v.string(), v.string()), {});
const amounts = v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {});

export const metadata = v.strictObject({
  name: v.string(),
  namespace: v.optional(v.string()),
  labels: aside,
  annotations: aside,
  uid: aside,
  resourceVersion: aside,
  creationTimestamp: aside,
  generation: aside,
  managedFields: aside,
  ownerReferences: aside,
  finalizers: aside,
  generateName: beyond('a job needs a name of its own')
});

const container = v.strictObject({
  name: v.string(),
  resources: v.optional(
    v.strictObject({ requests: amounts, limits: amounts, claims: beyond('it knows no resource claims') }),
    {}
  ),
  image: aside,
  imagePullPolicy: aside,
  command: aside,
  args: aside,
  workingDir: aside,
  env: aside,
  envFrom: aside,
  ports: aside,
  volumeMounts: aside,
  volumeDevices: aside,
  livenessProbe: aside,
  readinessProbe: aside,
  startupProbe: aside,
  lifecycle: aside,
  securityContext: aside,
  terminationMessagePath: aside,
  terminationMessagePolicy: aside,
  stdin: aside,
  stdinOnce: aside,
  tty: aside,
  resizePolicy: aside,
  restartPolicy: beyond('its containers live and end together')
});

const toleration = v.strictObject({
  key: v.optional(v.string()),
  operator: v.optional(v.picklist(['Exists', 'Equal'])),
  value: v.optional(v.string()),
  effect: v.optional(v.picklist(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])),
  tolerationSeconds: beyond('nobody is moved off a node by a taint')
});

/** The specification of a pod, here and in the templates of jobs and deployments. */
export const podSpec = v.strictObject({
  containers: v.pipe(v.array(container), v.minLength(1, 'needs at least one container')),
  initContainers: beyond('its containers start and end together'),
  nodeSelector: labels,
  tolerations: v.optional(v.array(toleration), []),
  priorityClassName: v.optional(v.string()),
  priority: v.optional(whole),
  preemptionPolicy: v.optional(v.picklist(['PreemptLowerPriority', 'Never'])),
  restartPolicy: v.optional(v.picklist(['Always', 'OnFailure', 'Never'])),
  terminationGracePeriodSeconds: v.optional(whole),
  activeDeadlineSeconds: v.optional(whole),
  affinity: beyond('nodes are chosen by labels and taints alone'),
  topologySpreadConstraints: beyond('pods are not spread by topology'),
  nodeName: beyond('the allocator chooses the node'),
  schedulingGates: beyond('every pod is ready to be scheduled'),
  overhead: beyond('a pod asks for what its containers ask for'),
  resourceClaims: beyond('it knows no resource claims'),
  resources: beyond('requests stand in the containers'),
  schedulerName: aside,
  runtimeClassName: aside,
  serviceAccountName: aside,
  serviceAccount: aside,
  automountServiceAccountToken: aside,
  imagePullSecrets: aside,
  volumes: aside,
  securityContext: aside,
  hostNetwork: aside,
  hostPID: aside,
  hostIPC: aside,
  hostname: aside,
  subdomain: aside,
  dnsPolicy: aside,
  dnsConfig: aside,
  enableServiceLinks: aside,
  shareProcessNamespace: aside,
  os: aside
});

export type PodSpec = v.InferOutput<typeof podSpec>;

export const template = v.strictObject({
  metadata: aside,
  spec: podSpec
});

const taint = v.strictObject({
  key: v.string(),
  value: v.optional(v.string()),
  effect: v.picklist(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
  timeAdded: aside
});

export const nodeSpec = v.optional(
  v.strictObject({
    taints: v.optional(v.array(taint), []),
    unschedulable: v.optional(v.boolean(), false),
    podCIDR: aside,
    podCIDRs: aside,
    providerID: aside
  }),
  { taints: [], unschedulable: false }
);

export const nodeStatus = v.strictObject({
  allocatable: v.record(v.string(), v.union([v.string(), v.number()])),
  capacity: aside,
  conditions: aside,
  addresses: aside,
  daemonEndpoints: aside,
  nodeInfo: aside,
  images: aside,
  phase: aside,
  volumesInUse: aside,
  volumesAttached: aside
});
