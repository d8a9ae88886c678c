import { proposeByAverage, proposeByUtilisation, type HpaProposal } from '#lib/allocator/rules/hpa.ts';
import {
  type HpaBehavior,
  limitByBehavior,
  limitWithoutBehavior,
  scaleDownLimit,
  type ScaleEvent,
  scaleUpLimit,
  type ScalingPolicy,
  type ScalingRules
} from '#lib/allocator/rules/hpa-behavior.ts';
import { hpaTurn, NO_MEMORY } from '#lib/allocator/rules/hpa-loop.ts';
import { replicasForShare, replicasForValue } from '#lib/allocator/rules/hpa-metrics.ts';
import { hpaGroup, type HpaPod, type HpaSettings } from '#lib/allocator/rules/hpa-pods.ts';
import { stabilise, stabiliseDown } from '#lib/allocator/rules/hpa-stabilise.ts';
import { type Case, differences, UnknownKind } from '../case-kit.ts';

interface CasePod {
  readonly phase: HpaPod['phase'];
  readonly ready: boolean;
  readonly deleted?: boolean;
  readonly ageSeconds?: number;
  readonly metricWindowAfterReady?: boolean;
  readonly becameUnreadyWithinDelay?: boolean;
  readonly requestMilli?: number | null;
  readonly usageMilli?: number | null;
}

interface CaseRules {
  readonly stabilizationWindowSeconds: number | null;
  readonly selectPolicy: ScalingRules['select'];
  readonly policies: readonly (Pick<ScalingPolicy, 'type' | 'value'> & { readonly periodSeconds: number })[];
}

interface Fields extends Case {
  readonly resource: string;
  readonly currentReplicas: number;
  readonly desiredReplicas: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly tolerance: number;
  readonly pods: readonly CasePod[];
  readonly groups?: readonly string[];
  readonly targetUtilization: number;
  readonly targetCPUUtilization: number;
  readonly targetAverageMilli: number;
  readonly targetMilli: number;
  readonly metricMilli: number;
  readonly podMetricsMilli: readonly number[];
  readonly readyRunningPods: number;
  readonly scaleUp: CaseRules;
  readonly scaleDown: CaseRules;
  readonly rules: CaseRules;
  readonly scaleUpEvents: readonly { readonly change: number; readonly ageSeconds: number }[];
  readonly scaleDownEvents: Fields['scaleUpEvents'];
  readonly history: readonly { readonly recommendation: number; readonly ageSeconds: number }[];
  readonly scaleUpWindowSeconds: number;
  readonly scaleDownWindowSeconds: number;
  readonly windowSeconds: number;
  readonly podCpuUsageMilli: readonly number[];
  readonly podCpuRequestMilli: readonly number[];
}

// The tests that the cases come from run the controller with 2 minutes instead of the default 5.
const settingsOf = (c: Fields): HpaSettings => ({ tolerance: c.tolerance, cpuInitialisation: 120 });

const podOf = (pod: CasePod, usage: number | null = pod.usageMilli ?? null): HpaPod => ({
  phase: pod.phase,
  deleted: pod.deleted ?? false,
  ready: pod.ready,
  neverReady: pod.becameUnreadyWithinDelay ?? false,
  sampledSinceReady: pod.metricWindowAfterReady ?? false,
  age: pod.ageSeconds ?? 0,
  request: pod.requestMilli ?? null,
  usage
});

const rulesOf = (rules: CaseRules): ScalingRules => ({
  window: rules.stabilizationWindowSeconds ?? 0,
  select: rules.selectPolicy,
  policies: rules.policies.map(({ type, value, periodSeconds }) => ({ type, value, period: periodSeconds }))
});

const behaviorOf = (c: Fields): HpaBehavior => ({ scaleUp: rulesOf(c.scaleUp), scaleDown: rulesOf(c.scaleDown) });

const eventsOf = (events: Fields['scaleUpEvents'] = []): ScaleEvent[] =>
  events.map(({ change, ageSeconds }) => ({ change, age: ageSeconds }));

const historyOf = (c: Fields) =>
  c.history.map(({ recommendation, ageSeconds }) => ({ replicas: recommendation, age: ageSeconds }));

/** The controller's sentences name pods and containers that a case does not hold; what went wrong is compared instead. */
const problemIn = (text: string): string => (text.startsWith('missing request') ? 'missingRequest' : 'noMetrics');

function expected(c: Fields): unknown {
  const { error, ...rest } = c.expect as { error?: string };
  return { ...rest, ...(error === undefined ? {} : { problem: problemIn(error) }), groups: c.groups ?? [] };
}

const told = (proposal: HpaProposal): unknown =>
  proposal.problem === null
    ? {
        replicas: proposal.replicas,
        utilization: proposal.utilisation,
        averageMilli: proposal.average,
        reportedMilli: proposal.average
      }
    : proposal;

function resource(c: Fields): unknown {
  const pods = c.pods.map((pod) => podOf(pod));
  const isCpu = c.resource === 'cpu';
  const proposal = proposeByUtilisation(pods, c.currentReplicas, c.targetUtilization, isCpu, settingsOf(c));
  return { ...(told(proposal) as object), groups: pods.map((pod) => hpaGroup(pod, isCpu, settingsOf(c))) };
}

function podsMetric(c: Fields): unknown {
  const pods = c.pods.map((pod, i) => podOf(pod, c.podMetricsMilli[i] ?? null));
  return told(proposeByAverage(pods, c.currentReplicas, c.targetAverageMilli, false, settingsOf(c)));
}

/** A whole turn of a controller that has no memory yet, over pods that have long been ready. */
function controller(c: Fields): unknown {
  const pods = c.podCpuUsageMilli.map((usageMilli, i) =>
    podOf({
      phase: 'Running',
      ready: true,
      ageSeconds: 3600,
      requestMilli: c.podCpuRequestMilli[i] ?? null,
      usageMilli
    })
  );
  const spec = { min: c.minReplicas, max: c.maxReplicas, behavior: null };
  const proposal = proposeByUtilisation(pods, c.currentReplicas, c.targetCPUUtilization, true);
  return { desiredReplicas: hpaTurn(spec, c.currentReplicas, [proposal], NO_MEMORY, 0).replicas };
}

function answer(c: Fields): unknown {
  const { currentReplicas: current, desiredReplicas: desired, minReplicas: min, maxReplicas: max } = c;
  const range = { min, max };
  const events = { ups: eventsOf(c.scaleUpEvents), downs: eventsOf(c.scaleDownEvents) };
  switch (c.kind) {
    case 'resource':
      return resource(c);
    case 'podsMetric':
      return podsMetric(c);
    case 'objectMetric':
    case 'externalMetric':
      return {
        replicas: replicasForValue(c.metricMilli, c.targetMilli, current, c.readyRunningPods, c.tolerance),
        reportedMilli: c.metricMilli
      };
    case 'objectPerPodMetric':
    case 'externalPerPodMetric':
      return {
        replicas: replicasForShare(c.metricMilli, c.targetAverageMilli, current, c.tolerance),
        reportedMilli: Math.ceil(c.metricMilli / current)
      };
    case 'behaviorRate':
      return limitByBehavior(current, desired, range, behaviorOf(c), events);
    case 'limitsNoBehavior':
      return limitWithoutBehavior(current, desired, range);
    case 'upLimit':
      return { limit: scaleUpLimit(current, events, rulesOf(c.rules)) };
    case 'downLimit':
      return { limit: scaleDownLimit(current, events, rulesOf(c.rules)) };
    case 'stabilize': {
      const { scaleUpWindowSeconds: up, scaleDownWindowSeconds: down } = c;
      return { replicas: stabilise(current, desired, historyOf(c), up, down) };
    }
    case 'stabilizeLegacy':
      return { replicas: stabiliseDown(desired, historyOf(c), c.windowSeconds) };
    case 'controller':
      return controller(c);
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Topic `hpa`: metrics, limits, windows and whole turns of a HorizontalPodAutoscaler. */
export const check = (c: Case) =>
  c.kind === 'resource'
    ? differences(expected(c as Fields), answer(c as Fields))
    : differences(c.expect, answer(c as Fields));
