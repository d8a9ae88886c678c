/**
 * How many replicas a metric of the pods asks for: desired = ⌈ratio × pods⌉, with ratio = measured / target.
 *
 * Ratios are floating-point and rounded as in the controller, whose results depend on it: Go and JavaScript give the
 * same bits. Limits and windows come later, in `hpa-loop.ts`.
 *
 * Source: kubernetes `pkg/controller/podautoscaler/replica_calculator.go` and `metrics/utilization.go`, v1.33 to v1.35;
 * before, a ratio of exactly 1.1 was outside a tolerance of 0.1.
 *
 * @module
 */

import { HPA_DEFAULTS, hpaGroup, type HpaGroup, type HpaPod, type HpaSettings } from './hpa-pods.ts';

/** Why a metric asks for nothing: no sample of a pod that counts, or a container without a request. */
export type HpaProblem = 'noMetrics' | 'missingRequest';

/** What one metric asks for, and the numbers it was read as. */
export type HpaProposal =
  | { readonly problem: HpaProblem }
  | {
      readonly problem: null;
      readonly replicas: number;
      /** Percent of the requests; null for a metric that is not a share of them. */
      readonly utilisation: number | null;
      readonly average: number;
    };

/** One comparison: `pods` samples give `ratio`; inside the tolerance nothing changes. */
export interface HpaEvidence {
  readonly pods: number;
  readonly ratio: number;
  readonly withinTolerance: boolean;
}

type Sink = (evidence: HpaEvidence) => void;

interface Sample {
  readonly value: number;
  readonly request: number;
}

/** How one kind of metric turns samples into a ratio, and what it assumes of a pod without one (null: leave it out). */
interface Reading {
  readonly ratio: (samples: readonly Sample[]) => number;
  readonly assumed: (request: number, ratio: number) => number | null;
}

type Groups = Readonly<Record<HpaGroup, readonly HpaPod[]>>;

function groupPods(pods: readonly HpaPod[], isCpu: boolean, settings: HpaSettings): Groups {
  const groups: Record<HpaGroup, HpaPod[]> = { ready: [], unready: [], missing: [], ignored: [] };
  for (const pod of pods) groups[hpaGroup(pod, isCpu, settings)].push(pod);
  return groups;
}

const sampleOf = (pod: HpaPod, value: number): Sample => ({ value, request: pod.request ?? 0 });
const readySamples = (groups: Groups): Sample[] => groups.ready.map((pod) => sampleOf(pod, pod.usage ?? 0));
const total = (samples: readonly Sample[], of: keyof Sample): number => samples.reduce((sum, s) => sum + s[of], 0);
const averageOf = (samples: readonly Sample[]): number => Math.trunc(total(samples, 'value') / samples.length);
const utilisationOf = (samples: readonly Sample[]): number =>
  Math.trunc((100 * total(samples, 'value')) / total(samples, 'request'));

/** Whether a ratio is so close to 1 that nothing should change. */
export const isWithinTolerance = (ratio: number, tolerance: number): boolean =>
  1 - tolerance <= ratio && ratio <= 1 + tolerance;

/** The samples to decide by when some pods have none that counts: what they would do to the ratio is assumed. */
function completed(groups: Groups, reading: Reading, ratio: number): Sample[] {
  const samples = readySamples(groups);
  for (const pod of groups.missing) {
    const value = reading.assumed(pod.request ?? 0, ratio);
    if (value !== null) samples.push(sampleOf(pod, value));
  }
  if (ratio > 1) for (const pod of groups.unready) samples.push(sampleOf(pod, 0));
  return samples;
}

/** Whether two ratios ask for changes in opposite directions. */
const flips = (ratio: number, again: number): boolean => (ratio < 1 && again > 1) || (ratio > 1 && again < 1);

function replicasFor(groups: Groups, current: number, reading: Reading, tolerance: number, sink?: Sink): number {
  const read = (samples: readonly Sample[]): HpaEvidence => {
    const ratio = reading.ratio(samples);
    const evidence = { pods: samples.length, ratio, withinTolerance: isWithinTolerance(ratio, tolerance) };
    sink?.(evidence);
    return evidence;
  };
  const first = read(readySamples(groups));
  const mustAssume = groups.missing.length > 0 || (groups.unready.length > 0 && first.ratio > 1);
  if (!mustAssume) return first.withinTolerance ? current : Math.ceil(first.ratio * first.pods);

  const second = read(completed(groups, reading, first.ratio));
  if (second.withinTolerance || flips(first.ratio, second.ratio)) return current;
  const replicas = Math.ceil(second.ratio * second.pods);
  // Assumptions may slow a change down; they never turn it round.
  const turned = second.ratio < 1 ? replicas > current : replicas < current;
  return turned ? current : replicas;
}

/**
 * What a target share of the requests asks for, such as 60 % of the cpu requests.
 *
 * A pod without a sample is taken to use all of its request (or the target, if that is more) when the others would
 * scale down, and nothing when they would scale up; a pod that is not ready then counts with nothing as well.
 *
 * @param target percent of the requests, above 0
 * @param isCpu whether readiness decides which samples count
 */
export function proposeByUtilisation(
  pods: readonly HpaPod[],
  current: number,
  target: number,
  isCpu: boolean,
  settings: HpaSettings = HPA_DEFAULTS,
  sink?: Sink
): HpaProposal {
  if (pods.every((pod) => pod.usage === null)) return { problem: 'noMetrics' };
  if (pods.some((pod) => pod.request === null)) return { problem: 'missingRequest' };
  const groups = groupPods(pods, isCpu, settings);
  const samples = readySamples(groups);
  if (total(samples, 'request') === 0) return { problem: 'noMetrics' };
  const reading: Reading = {
    ratio: (some) => utilisationOf(some) / target,
    assumed: (request, ratio) =>
      ratio < 1 ? Math.trunc((request * Math.max(100, target)) / 100) : ratio > 1 ? 0 : null
  };
  const replicas = replicasFor(groups, current, reading, settings.tolerance, sink);
  return { problem: null, replicas, utilisation: utilisationOf(samples), average: averageOf(samples) };
}

/**
 * What a target average asks for, such as 15 requests a second for each pod.
 *
 * A pod without a sample is taken to be on target when the others would scale down, and at nothing otherwise.
 *
 * @param target average value, above 0, in the unit of `usage`
 * @param isCpu whether readiness decides which samples count
 */
export function proposeByAverage(
  pods: readonly HpaPod[],
  current: number,
  target: number,
  isCpu: boolean,
  settings: HpaSettings = HPA_DEFAULTS,
  sink?: Sink
): HpaProposal {
  const groups = groupPods(pods, isCpu, settings);
  const samples = readySamples(groups);
  if (samples.length === 0) return { problem: 'noMetrics' };
  const reading: Reading = {
    ratio: (some) => averageOf(some) / target,
    assumed: (_request, ratio) => (ratio < 1 ? target : 0)
  };
  const replicas = replicasFor(groups, current, reading, settings.tolerance, sink);
  return { problem: null, replicas, utilisation: null, average: averageOf(samples) };
}
