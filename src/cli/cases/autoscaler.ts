import { estimateScaleUp } from '#lib/allocator/rules/autoscaler.ts';
import { type ExpansionOption, leastWaste, mostPods, wasted } from '#lib/allocator/rules/expander.ts';
import {
  AUTOSCALER_SECONDS,
  nodeUtilisation,
  SCALE_DOWN_DEFAULTS,
  scanNode,
  type Use
} from '#lib/allocator/rules/scale-down.ts';
import { parseAmount } from '#lib/base/units/index.ts';
import { asSet, type Case, differences, near, UnknownKind } from '../case-kit.ts';

type Amounts = Record<string, string>;

interface CaseNode {
  readonly cpuMilli?: number;
  readonly memory?: number;
  readonly gpu?: number;
}

interface CasePod extends CaseNode {
  readonly daemonSet?: boolean;
  readonly mirror?: boolean;
}

interface Fields extends Case {
  readonly template: Amounts;
  readonly groups: readonly { readonly count: number; readonly requests: Amounts }[];
  readonly maxNodes: number | null;
  readonly options: readonly {
    readonly group: string;
    readonly nodeCpuMilli: number;
    readonly nodeMemory: number;
    readonly nodeCount: number;
    readonly pods: readonly { readonly cpuMilli: number; readonly memory: number }[];
  }[];
  readonly node: CaseNode;
  readonly pods: readonly CasePod[];
  readonly skipDaemonSetPods: boolean;
  readonly skipMirrorPods: boolean;
  readonly utilization: readonly { readonly t: number; readonly value: number }[];
  readonly lastScaleUpAt: number | null;
  readonly threshold: number;
  readonly unneededSeconds: number;
  readonly scanSeconds: number;
  readonly delayAfterAddSeconds: number;
}

function estimate(c: Fields): unknown {
  const names = [
    ...new Set(['cpu', 'memory', ...Object.keys(c.template), ...c.groups.flatMap((g) => Object.keys(g.requests))])
  ];
  const vector = (amounts: Amounts): number[] => names.map((name) => parseAmount(name, amounts[name] ?? '0'));
  const groups = c.groups.map(({ count, requests }) => ({ count, demand: vector({ pods: '1', ...requests }) }));
  const { newNodes, packed } = estimateScaleUp(vector(c.template), groups, [0, 1], c.maxNodes ?? Infinity);
  return { newNodes, scheduledPods: packed.reduce((sum, n) => sum + n, 0) };
}

const optionsOf = (c: Fields): ExpansionOption[] =>
  c.options.map(({ group, nodeCpuMilli, nodeMemory, nodeCount, pods }) => ({
    group,
    nodes: nodeCount,
    cpu: nodeCpuMilli,
    memory: nodeMemory,
    pods: pods.map(({ cpuMilli, memory }) => ({ cpu: cpuMilli, memory }))
  }));

const names = (options: readonly ExpansionOption[]): string[] => asSet(options.map(({ group }) => group));

function utilisation(c: Fields): number {
  const isSkipped = (pod: CasePod): boolean =>
    (c.skipDaemonSetPods && pod.daemonSet === true) || (c.skipMirrorPods && pod.mirror === true);
  const use = (resource: keyof CaseNode): Use => {
    const asked = (skipped: boolean): number =>
      c.pods.reduce((sum, pod) => sum + (isSkipped(pod) === skipped ? (pod[resource] ?? 0) : 0), 0);
    return { requested: asked(false), allocatable: c.node[resource] ?? 0, excluded: asked(true) };
  };
  return nodeUtilisation(use('cpuMilli'), use('memory'), c.node.gpu ? use('gpu') : null);
}

/** The scan at which the node goes, or null if it is still there when nothing can change any more. */
function removedAt(c: Fields): number | null {
  const settings = {
    threshold: c.threshold,
    unneededTime: c.unneededSeconds,
    delayAfterAdd: c.delayAfterAddSeconds
  };
  const lastChange = Math.max(c.lastScaleUpAt ?? 0, ...c.utilization.map(({ t }) => t));
  const horizon = lastChange + c.unneededSeconds + c.delayAfterAddSeconds + c.scanSeconds;
  let unneededSince: number | null = null;
  for (let now = 0; now <= horizon; now += c.scanSeconds) {
    const value = c.utilization.findLast(({ t }) => t <= now)?.value ?? Infinity;
    const lastAdd = c.lastScaleUpAt !== null && c.lastScaleUpAt <= now ? c.lastScaleUpAt : null;
    const scan = scanNode({ utilisation: value, podsFitElsewhere: true, unneededSince }, now, lastAdd, settings);
    if (scan.remove) return now;
    unneededSince = scan.unneededSince;
  }
  return null;
}

function answer(c: Fields): unknown {
  switch (c.kind) {
    case 'estimate':
      return estimate(c);
    case 'leastWaste': {
      const options = optionsOf(c);
      return {
        best: names(leastWaste(options)),
        wasted: Object.fromEntries(options.map((option) => [option.group, wasted(option)]))
      };
    }
    case 'mostPods':
      return { best: names(mostPods(optionsOf(c))) };
    case 'utilization':
      return { utilization: utilisation(c) };
    case 'scaleDownTimeline':
      return { removedAt: removedAt(c) };
    case 'defaults':
      return {
        scanSeconds: AUTOSCALER_SECONDS.scan,
        threshold: SCALE_DOWN_DEFAULTS.threshold,
        unneededSeconds: SCALE_DOWN_DEFAULTS.unneededTime,
        delayAfterAddSeconds: SCALE_DOWN_DEFAULTS.delayAfterAdd,
        delayAfterFailureSeconds: AUTOSCALER_SECONDS.delayAfterFailure,
        maxNodeProvisionSeconds: AUTOSCALER_SECONDS.provisionTimeout
      };
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Topic `autoscaler`: packing exactly, shares to the nine digits that the cases give. */
export const check = (c: Case) => differences(c.expect, answer(c as Fields), near(1e-9));
