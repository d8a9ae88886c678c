import type { ResourceList } from '#lib/allocator/rules/index.ts';
import type { StateName, Status } from '#lib/allocator/lifecycle/index.ts';

export type Order =
  'fifo' | 'priority' | 'shortest-first' | 'shortest-remaining' | 'round-robin' | 'fair-share' | 'drf';
export type Blocked = 'block' | 'skip' | 'easy' | 'conservative';
export type Rank =
  'first-fit' | 'best-fit' | 'least-allocated' | 'most-allocated' | 'balanced' | 'requested-to-capacity-ratio';
export type Preset = 'textbook' | 'kubernetes' | 'kueue' | 'slurm' | 'mesos';

/** What decides who gets what, when: see `presets.ts` for the bundles. */
export interface Policy {
  readonly preset: Preset;
  /** Who is checked first among the waiting. */
  readonly order: Order;
  /** What the queue does behind a job that does not fit. */
  readonly blocked: Blocked;
  /** Which of the nodes that fit is taken. */
  readonly rank: Rank;
  readonly preemption: 'never' | 'lower-priority';
  /** What a stopped job keeps of its work: all of it, or what its last checkpoint holds. */
  readonly preempted: 'resume' | 'restart';
  readonly gangs: 'pod-by-pod' | 'all-or-nothing';
  /** What becomes of a job that no node could hold, even empty. */
  readonly neverFits: 'reject' | 'wait';
  /** Whether a change wakes every waiting job, or only those that it could help. */
  readonly wake: 'all' | 'hinted';
  /** Ticks that a job runs before its turn passes, under `round-robin`. */
  readonly quantum: number;
}

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

export interface Toleration {
  readonly key: string;
  readonly operator: 'Exists' | 'Equal';
  readonly value: string;
  /** Empty: every effect. */
  readonly effect: '' | Taint['effect'];
}

/** How the GPUs of a node are cut up; what the node offers under `allocatable` already counts the pieces. */
export interface GpuSharing {
  readonly model: string;
  readonly timeSlicing?: number;
  readonly mps?: number;
  /** MIG profiles of each card, the same on every card. */
  readonly mig?: readonly string[];
}

export interface Node {
  readonly name: string;
  /** One amount a resource, in the order of `Scenario.resources`. */
  readonly allocatable: readonly number[];
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly unschedulable: boolean;
  readonly gpus?: GpuSharing;
}

/** A memory figure that holds from a tick of the job's run on. */
export interface UsageStep {
  readonly at: number;
  readonly is: number;
}

/** What all jobs of one entry share. Amounts are per pod, ticks are whole. */
export interface JobKind {
  readonly name: string;
  readonly tenant: number;
  readonly priority: number;
  readonly preempts: boolean;
  /** What the allocator books, in the order of `Scenario.resources`. */
  readonly requests: readonly number[];
  /** Upper bounds; -1 where none is set. */
  readonly limits: readonly number[];
  /** What the job really uses: CPU in millicores, memory in bytes over time; empty where it was not said. */
  readonly usage: { readonly cpu: number | undefined; readonly memory: readonly UsageStep[] };
  readonly tolerations: readonly Toleration[];
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** Pods that must run together; 1 for an ordinary job. */
  readonly gang: number;
  /** Ticks between being told to stop and having stopped. */
  readonly grace: number;
  readonly checkpoint: { readonly every: number; readonly cost: number } | undefined;
  readonly restartPolicy: 'Never' | 'OnFailure' | 'Always';
  readonly backoffLimit: number;
  /** Attempts that end early, by attempt number from 1. */
  readonly fails: readonly { readonly attempt: number; readonly after: number; readonly exitCode: number }[];
  /** Ticks to pull the image; undefined when it can never be pulled. */
  readonly pull: number | undefined;
  /** Ticks from arrival to `DeadlineExceeded`; undefined for none. */
  readonly deadline: number | undefined;
  /** The API server's complaint, where the preset has an API server and the request is not valid. */
  readonly invalid: string | undefined;
  /** Index of the deployment whose replicas these are. */
  readonly deployment: number | undefined;
}

/** The jobs in order of arrival, one column a property, so that a million of them stay small. */
export interface Jobs {
  readonly count: number;
  readonly arrival: Float64Array;
  readonly service: Float64Array;
  readonly estimate: Float64Array;
  readonly kind: Uint32Array;
  /** First job of the gang that this one is a pod of, itself for every other job. */
  readonly gangOf: Uint32Array;
  name(job: number): string;
}

export interface Tenant {
  readonly name: string;
  readonly weight: number;
}

/** A cap on what a tenant may hold; -1 where a resource is not capped. */
export interface Quota {
  readonly name: string;
  readonly tenant: number;
  readonly hard: readonly number[];
  /** The cap as it was written, by the names that a ResourceQuota counts: `requests.nvidia.com/gpu`, `limits.cpu`, `pods`. */
  readonly declared: ResourceList;
  /** `reject` answers 403 on creation, `hold` keeps the job back until there is quota. */
  readonly mode: 'reject' | 'hold';
  readonly cohort: string | undefined;
  /** How much beyond `hard` may be borrowed; undefined for whatever the cohort has. */
  readonly borrowing: number | undefined;
  /** Whose borrowed quota may be taken back by stopping them. */
  readonly reclaim: 'never' | 'lower-priority' | 'any';
}

export interface Autoscaler {
  /** Most nodes in the cluster at once. */
  readonly max: number;
  readonly provision: number;
  readonly idle: number;
  readonly template: Node;
}

export interface Deployment {
  readonly name: string;
  readonly kind: number;
  readonly replicas: number;
  /** CPU that the whole load needs, in millicores, from a tick on. */
  readonly load: readonly { readonly at: number; readonly cpu: number }[];
  readonly hpa: { readonly min: number; readonly max: number; readonly target: number } | undefined;
}

/** Something that happens to a run from outside. */
export type OutsideChange =
  | { readonly node: number; readonly is: 'lost' | 'back' }
  | { readonly autoscaler: 'fails' | 'works' }
  | { readonly job: number; readonly is: 'cancelled' };

/** Something that happens from outside, at a tick. */
export type OutsideEvent = { readonly at: number } & OutsideChange;

/** What somebody changes at the end of the tick of a step; all that was recorded until then stays as it was. */
export type Intervention = { readonly step: number } & (
  | OutsideChange
  /** Jobs that join, which nothing else lets in: their arrival is Infinity. */
  | { readonly arrives: readonly number[] }
  /** The policy from there on. */
  | { readonly policy: Policy }
);

/** When a run stops early. */
export type Until = { readonly tick: number } | { readonly job: number; readonly state: StateName | Status };

/** A scenario with every default filled in, durations in ticks and quantities as whole amounts. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  /** What to look for while it runs. */
  readonly look: string;
  readonly seed: number;
  readonly tickMillis: number;
  readonly until: Until | undefined;
  /** The resources that anything in the scenario names: cpu, memory, then the others by name. */
  readonly resources: readonly string[];
  /** Nodes there from the start. */
  readonly nodes: readonly Node[];
  readonly autoscaler: Autoscaler | undefined;
  readonly policy: Policy;
  readonly tenants: readonly Tenant[];
  readonly quotas: readonly Quota[];
  readonly kinds: readonly JobKind[];
  readonly jobs: Jobs;
  readonly deployments: readonly Deployment[];
  readonly events: readonly OutsideEvent[];
  /** In order of their steps. */
  readonly interventions: readonly Intervention[];
}
