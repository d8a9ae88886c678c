/**
 * How fast a HorizontalPodAutoscaler may change the number of replicas: `spec.behavior`, and the older fixed limit.
 *
 * Ages and periods in seconds; something that is exactly as old as a period is outside it.
 *
 * Source: kubernetes `pkg/controller/podautoscaler/horizontal.go`, v1.31 to v1.35.
 *
 * @module
 */

/** At most so many pods, or such a share of them, in a period. */
export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  readonly value: number;
  readonly period: number;
}

/** The rules for one direction; `select` picks the policy that allows the largest or the smallest change. */
export interface ScalingRules {
  readonly window: number;
  readonly select: 'Max' | 'Min' | 'Disabled';
  readonly policies: readonly ScalingPolicy[];
}

/** The fewest and the most replicas that the owner allows. */
export interface ReplicaRange {
  readonly min: number;
  readonly max: number;
}

/** Rules for both directions. */
export interface HpaBehavior {
  readonly scaleUp: ScalingRules;
  readonly scaleDown: ScalingRules;
}

/** What the API fills in where a behaviour leaves something out. */
export const DEFAULT_BEHAVIOR: HpaBehavior = {
  scaleUp: {
    window: 0,
    select: 'Max',
    policies: [
      { type: 'Pods', value: 4, period: 15 },
      { type: 'Percent', value: 100, period: 15 }
    ]
  },
  scaleDown: { window: 300, select: 'Max', policies: [{ type: 'Percent', value: 100, period: 15 }] }
};

/** A past change by `change` replicas (a positive number in both directions), `age` ago. */
export interface ScaleEvent {
  readonly change: number;
  readonly age: number;
}

/** Past changes in both directions. */
export interface ScaleEvents {
  readonly ups: readonly ScaleEvent[];
  readonly downs: readonly ScaleEvent[];
}

/** Why the number came out as it did: the reason of the condition ScalingLimited. */
export type LimitReason =
  'ScaleUpLimit' | 'ScaleDownLimit' | 'TooManyReplicas' | 'TooFewReplicas' | 'DesiredWithinRange';

/** The replicas that the limits leave, and the limit that was met. */
export interface Limited {
  readonly replicas: number;
  readonly reason: LimitReason;
}

const within = (events: readonly ScaleEvent[], period: number): number =>
  events.reduce((sum, event) => sum + (event.age < period ? event.change : 0), 0);

/** The replicas at the beginning of a policy's period, from which it allows its change. */
const atPeriodStart = (current: number, { ups, downs }: ScaleEvents, period: number): number =>
  current - within(ups, period) + within(downs, period);

/** The most replicas that the rules for scaling up allow; it may lie below `current`. */
export function scaleUpLimit(current: number, events: ScaleEvents, rules: ScalingRules): number {
  if (rules.select === 'Disabled') return current;
  const limits = rules.policies.map(({ type, value, period }) => {
    const start = atPeriodStart(current, events, period);
    // Rounded up, so that a share of few pods still lets them grow.
    return type === 'Pods' ? start + value : Math.ceil(start * (1 + value / 100));
  });
  return rules.select === 'Min' ? Math.min(...limits) : Math.max(...limits);
}

/** The fewest replicas that the rules for scaling down allow; it may lie above `current`, or below 0. */
export function scaleDownLimit(current: number, events: ScaleEvents, rules: ScalingRules): number {
  if (rules.select === 'Disabled') return current;
  const limits = rules.policies.map(({ type, value, period }) => {
    const start = atPeriodStart(current, events, period);
    return type === 'Pods' ? start - value : Math.trunc(start * (1 - value / 100));
  });
  // The smallest change leaves the most replicas.
  return rules.select === 'Min' ? Math.max(...limits) : Math.min(...limits);
}

/** The desired number, kept inside min and max and no further from `current` than the rules allow. */
export function limitByBehavior(
  current: number,
  desired: number,
  { min, max }: ReplicaRange,
  behavior: HpaBehavior,
  events: ScaleEvents
): Limited {
  if (desired > current) {
    const limit = Math.max(current, scaleUpLimit(current, events, behavior.scaleUp));
    if (desired > Math.min(max, limit))
      return max > limit ? { replicas: limit, reason: 'ScaleUpLimit' } : { replicas: max, reason: 'TooManyReplicas' };
  }
  if (desired < current) {
    const limit = Math.min(current, scaleDownLimit(current, events, behavior.scaleDown));
    if (desired < Math.max(min, limit))
      return min < limit ? { replicas: limit, reason: 'ScaleDownLimit' } : { replicas: min, reason: 'TooFewReplicas' };
  }
  return { replicas: desired, reason: 'DesiredWithinRange' };
}

/** The same without a behaviour: one step may at most double the replicas, or reach 4. */
export function limitWithoutBehavior(current: number, desired: number, { min, max }: ReplicaRange): Limited {
  const limit = Math.max(2 * current, 4);
  if (desired < min) return { replicas: min, reason: 'TooFewReplicas' };
  if (desired <= Math.min(max, limit)) return { replicas: desired, reason: 'DesiredWithinRange' };
  return max > limit ? { replicas: limit, reason: 'ScaleUpLimit' } : { replicas: max, reason: 'TooManyReplicas' };
}
