import type { GuardName } from '#lib/allocator/lifecycle/index.ts';
import type { Trace } from './trace.ts';

/** A resource of which too little was free: whole amounts, per pod. */
export interface Short {
  readonly resource: string;
  readonly asked: number;
  readonly free: number;
  readonly allocatable: number;
}

/** What the check said of one node, and why. */
export interface NodeVerdict {
  readonly node: string;
  readonly verdict: 'fits' | 'down' | 'unschedulable' | 'taint' | 'selector' | 'short';
  readonly short?: readonly Short[];
  /** `key=value:effect` of the taint that was not tolerated. */
  readonly taint?: string;
  /** The labels asked for that the node lacks, `zone=a`. */
  readonly unmet?: readonly string[];
  /** Jobs for which room on this node is kept until those they displace are gone. */
  readonly keptFor?: readonly string[];
  /** What the rank gave a node that fits. */
  readonly score?: number;
  /** How many pods of a gang it has room for by itself, and how many of them it takes. */
  readonly roomFor?: number;
  readonly pods?: number;
  readonly chosen?: boolean;
}

/** A guard of the check: those behind the first that holds are not asked. */
export interface GuardVerdict {
  readonly guard: GuardName | 'mustQueue';
  readonly asked: boolean;
  readonly holds: boolean;
}

/** A quota compared: what the tenant has, asks for, and may have. */
export interface QuotaVerdict {
  readonly quota: string;
  readonly resource: string;
  readonly used: number;
  readonly asked: number;
  readonly hard: number;
  /** What the cohort would lend beyond `hard`; absent without a cohort. */
  readonly borrowable?: number;
}

/** A node looked at for preemption. */
export interface VictimVerdict {
  readonly node: string;
  readonly outcome: 'victims' | 'nobody-lower' | 'still-short';
  readonly victims?: readonly string[];
  readonly highestPriority?: number;
  readonly short?: readonly Short[];
  readonly chosen?: boolean;
}

/** A job that has to give back quota which it borrows, and under which of Kueue's reasons. */
export interface ReclaimVerdict {
  readonly job: string;
  readonly reason: 'InClusterQueue' | 'InCohortReclamation' | 'InCohortReclaimWhileBorrowing' | 'InCohortFairSharing';
}

/** Whether a job may pass those that wait ahead of it. */
export interface BackfillVerdict {
  /** The job with the reservation that counts. */
  readonly head: string;
  /** Tick at which, by the estimates, the head can start. */
  readonly shadow: number;
  /** Tick by which this job ends, by its estimate. */
  readonly ends: number;
  readonly allowed: boolean;
  readonly because: 'ends-in-time' | 'leaves-room' | 'would-delay';
}

/** Whether new nodes would help: how many there are, are coming, and may be at most. */
export interface ScaleUpVerdict {
  readonly nodes: number;
  readonly coming: number;
  readonly max: number;
  /** An empty new node would hold one pod of the job. */
  readonly fitsTemplate: boolean;
  /** The nodes that may still be added would hold it, beside all others that wait for them. */
  readonly holds: boolean;
  /** The provider gives no nodes at present. */
  readonly refused?: true;
}

/** Everything that a check compared, in names and whole amounts, so that it can be read, stored and shown. */
export interface CheckEvidence {
  readonly job: string;
  /** Pods that must be placed together. */
  readonly pods: number;
  readonly asks: readonly { readonly resource: string; readonly amount: number }[];
  readonly outcome: GuardName | 'mustQueue';
  readonly guards: readonly GuardVerdict[];
  readonly nodes: readonly NodeVerdict[];
  /** What the API server answers for `invalid` and `overQuota`, or Kueue writes on what is held back; word for word. */
  readonly complaint?: string;
  /** The job ahead that nothing may pass. */
  readonly behind?: string;
  /** No node could hold it even empty, whatever the preset does about it. */
  readonly neverFits?: boolean;
  readonly quotas?: readonly QuotaVerdict[];
  /** Whom the job's tenant takes its quota back from. */
  readonly reclaim?: readonly ReclaimVerdict[];
  readonly preemption?: readonly VictimVerdict[];
  /** Why no preemption was tried; `not-helpful`: no node lets the job in, whoever were stopped there. */
  readonly noPreemption?: 'policy' | 'own-policy' | 'victims-stopping' | 'not-helpful';
  readonly backfill?: BackfillVerdict;
  /** What kube-scheduler's FailedScheduling event would say of these nodes, word for word. */
  readonly failedScheduling?: string;
  readonly scaleUp?: ScaleUpVerdict;
}

/** What a turn of the HorizontalPodAutoscaler compared, where it changed the number of replicas. */
export interface ScalingEvidence {
  readonly deployment: string;
  readonly current: number;
  readonly replicas: number;
  /** Per cent of the CPU requests: aimed at, and measured over the pods that are ready (null without a sample). */
  readonly target: number;
  readonly utilisation: number | null;
  /** What the metric asks for before and after the stabilisation window; null where min or max decides alone. */
  readonly asked: number | null;
  readonly stabilised: number | null;
  /** The reason of the condition ScalingLimited, or why nothing was measured. */
  readonly reason: string;
}

/** What a kubelet compared when it evicted a job from a node that was short of memory. Amounts are bytes. */
export interface PressureEvidence {
  readonly node: string;
  readonly allocatable: number;
  /** Used on the node before this eviction. */
  readonly used: number;
  /** The jobs on the node in the order of eviction, the evicted one first; amounts of all their pods there. */
  readonly pods: readonly {
    readonly job: string;
    readonly usage: number;
    readonly request: number;
    readonly priority: number;
  }[];
}

/** As many steps back from the one it shows does a view ask for evidence. */
export const RECENT = 512;

/** The evidence of a run that is too long to be run again by whoever shows it: what has not been fetched is undefined. */
export interface RemoteEvidence {
  /** Whether what a step and the one before it compared has been fetched. */
  has(step: number): boolean;
  /**
   * Fetches what the steps around one compared, in place of whatever was being fetched; undefined where there is nothing
   * to fetch. Resolves when it is there, or when another fetch took its place; rejects with an Error that says why it
   * cannot be had.
   */
  fetch(step: number): Promise<void> | undefined;
}

/** A run as the screens need it: its records, and what each check compared, on demand. */
export interface Run {
  readonly trace: Trace;
  /** Absent where the evidence of every step is there whenever it is asked for. */
  readonly remote?: RemoteEvidence;
  /** The evidence of the check in a step; undefined for a step that checks nothing. */
  evidenceAt(step: number): CheckEvidence | undefined;
  /** What an autoscaler compared in a step in which it changed a deployment; undefined for any other step. */
  scalingAt(step: number): ScalingEvidence | undefined;
  /** What a kubelet compared in a step in which it evicted a job; undefined for any other step. */
  pressureAt(step: number): PressureEvidence | undefined;
}
