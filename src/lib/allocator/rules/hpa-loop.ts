/**
 * One turn of a HorizontalPodAutoscaler, taken every 15 seconds: from what the metrics ask for to a number of replicas.
 *
 * Source: kubernetes `pkg/controller/podautoscaler/horizontal.go` (`reconcileAutoscaler`), v1.31 to v1.35.
 *
 * @module
 */

import type { HpaProposal } from './hpa.ts';
import {
  type HpaBehavior,
  limitByBehavior,
  type Limited,
  type LimitReason,
  limitWithoutBehavior,
  type ReplicaRange,
  type ScaleEvent,
  type ScalingRules
} from './hpa-behavior.ts';
import { SCALE_DOWN_WINDOW_SECONDS, stabilise, stabiliseDown } from './hpa-stabilise.ts';

/** Seconds between two turns. */
export const HPA_INTERVAL_SECONDS = 15;

/** What the owner declared; `behavior` null is an HPA without `spec.behavior`. */
export interface HpaSpec extends ReplicaRange {
  readonly behavior: HpaBehavior | null;
}

/** Something that an HPA remembers: replicas asked for, or changed, at a time in seconds. */
export interface Remembered {
  readonly replicas: number;
  readonly at: number;
}

/** What an HPA remembers between turns; only as much as its windows and periods need. */
export interface HpaMemory {
  readonly asked: readonly Remembered[];
  readonly ups: readonly Remembered[];
  readonly downs: readonly Remembered[];
}

/** The memory of an HPA before its first turn. */
export const NO_MEMORY: HpaMemory = { asked: [], ups: [], downs: [] };

/** The outcome of a turn; `asked` is null where the metrics were not consulted or gave no answer. */
export interface HpaTurn {
  readonly replicas: number;
  readonly reason: LimitReason | 'ScalingDisabled' | 'FailedGetMetrics';
  readonly asked: number | null;
  readonly stabilised: number | null;
  readonly memory: HpaMemory;
}

/** The largest proposal, or null if none can be trusted: all failed, or one did and the others would scale down. */
export function largestProposal(proposals: readonly HpaProposal[], current: number): number | null {
  const answers = proposals.flatMap((p) => (p.problem === null ? [p.replicas] : []));
  if (answers.length === 0) return null;
  const largest = Math.max(...answers);
  return answers.length < proposals.length && largest < current ? null : largest;
}

/** What min and max say before any metric is read, or null: zero replicas switch an HPA off unless it may go there. */
function outsideRange(spec: HpaSpec, current: number): Pick<HpaTurn, 'replicas' | 'reason'> | null {
  if (current === 0 && spec.min !== 0) return { replicas: 0, reason: 'ScalingDisabled' };
  if (current > spec.max) return { replicas: spec.max, reason: 'TooManyReplicas' };
  if (current < spec.min) return { replicas: spec.min, reason: 'TooFewReplicas' };
  return null;
}

const longestPeriod = (rules: ScalingRules): number => Math.max(0, ...rules.policies.map(({ period }) => period));
const younger = (entries: readonly Remembered[], than: number, now: number): Remembered[] =>
  entries.filter(({ at }) => now - at < than);
const asEvents = (entries: readonly Remembered[], now: number): ScaleEvent[] =>
  entries.map(({ replicas, at }) => ({ change: replicas, age: now - at }));

/** The memory with this turn added and what no window reaches any more left out. */
function remember(spec: HpaSpec, memory: HpaMemory, now: number, asked: number | null, change: number): HpaMemory {
  const { scaleUp, scaleDown } = spec.behavior ?? {};
  const window = Math.max(scaleUp?.window ?? 0, scaleDown?.window ?? SCALE_DOWN_WINDOW_SECONDS);
  // One policy of either direction counts the changes of both.
  const period = scaleUp && scaleDown ? Math.max(longestPeriod(scaleUp), longestPeriod(scaleDown)) : 0;
  const add = (entries: readonly Remembered[], than: number, replicas: number | null): Remembered[] => {
    const kept = younger(entries, than, now);
    return replicas === null ? kept : [...kept, { replicas, at: now }];
  };
  return {
    asked: add(memory.asked, window, asked),
    ups: add(memory.ups, period, spec.behavior && change > 0 ? change : null),
    downs: add(memory.downs, period, spec.behavior && change < 0 ? -change : null)
  };
}

/** Windows first, then limits; ages count from `now`. */
function settle(
  spec: HpaSpec,
  current: number,
  asked: number,
  memory: HpaMemory,
  now: number
): Limited & { readonly stabilised: number } {
  const { behavior } = spec;
  const history = memory.asked.map(({ replicas, at }) => ({ replicas, age: now - at }));
  if (behavior === null) {
    const stabilised = stabiliseDown(asked, history);
    return { stabilised, ...limitWithoutBehavior(current, stabilised, spec) };
  }
  const { scaleUp, scaleDown } = behavior;
  const stabilised = stabilise(current, asked, history, scaleUp.window, scaleDown.window);
  const events = { ups: asEvents(memory.ups, now), downs: asEvents(memory.downs, now) };
  return { stabilised, ...limitByBehavior(current, stabilised, spec, behavior, events) };
}

/**
 * One turn at `now` (seconds): pass the `memory` of the turn before, keep the one that comes back.
 *
 * @param proposals what each metric asks for (`proposeByUtilisation` and its siblings)
 */
export function hpaTurn(
  spec: HpaSpec,
  current: number,
  proposals: readonly HpaProposal[],
  memory: HpaMemory,
  now: number
): HpaTurn {
  const outside = outsideRange(spec, current);
  const asked = outside ? null : largestProposal(proposals, current);
  const outcome =
    outside ??
    (asked === null
      ? { replicas: current, reason: 'FailedGetMetrics' as const }
      : settle(spec, current, asked, memory, now));
  return {
    stabilised: null,
    ...outcome,
    asked,
    memory: remember(spec, memory, now, asked, outcome.replicas - current)
  };
}
