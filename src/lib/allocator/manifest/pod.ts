import { addQuantity, formatQuantity, parseQuantity, QuantityError } from '#lib/base/units/index.ts';
import type { ScenarioInput } from '#lib/allocator/scenario/index.ts';
import type { Of } from './kinds.ts';
import type { PodSpec } from './parts.ts';

type JobInput = NonNullable<ScenarioInput['jobs']>[number];
type Amounts = Readonly<Record<string, string | number>>;
/** What jobs and deployments of a scenario share. */
export type Body = Pick<
  JobInput,
  | 'resources'
  | 'nodeSelector'
  | 'tolerations'
  | 'priority'
  | 'preemptionPolicy'
  | 'restartPolicy'
  | 'grace'
  | 'activeDeadlineSeconds'
>;

/** What a pod's specification becomes in a scenario, or why it cannot, and at which of its fields. */
export type ReadPod =
  { readonly body: Body } | { readonly field: readonly (string | number)[]; readonly message: string };

/** @param classes the priority classes of the manifest */
export function readPod(spec: PodSpec, classes: readonly Of<'PriorityClass'>[]): ReadPod {
  const named = spec.priorityClassName;
  const found =
    named === undefined ? classes.find((c) => c.globalDefault) : classes.find((c) => c.metadata.name === named);
  if (named !== undefined && found === undefined)
    return { field: ['priorityClassName'], message: `there is no PriorityClass "${named}" in this manifest` };
  const priority = spec.priority ?? found?.value;
  const preemptionPolicy = spec.preemptionPolicy ?? found?.preemptionPolicy;
  const some = spec.containers.some(({ resources }) => Object.keys(resources.limits).length > 0);
  const without = spec.containers.findIndex(({ resources }) => Object.keys(resources.limits).length === 0);
  if (some && without >= 0)
    return {
      field: ['containers', without],
      message: 'cannot be represented in a scenario: a pod has limits for all of its containers, or for none'
    };
  const requests = sum(spec.containers.map(({ resources }) => resources.requests));
  const limits = sum(spec.containers.map(({ resources }) => resources.limits));
  return {
    body: {
      resources: { ...(isEmpty(requests) ? {} : { requests }), ...(isEmpty(limits) ? {} : { limits }) },
      ...(isEmpty(spec.nodeSelector) ? {} : { nodeSelector: spec.nodeSelector }),
      ...(spec.tolerations.length === 0
        ? {}
        : { tolerations: spec.tolerations.map(({ tolerationSeconds: _, ...rest }) => rest) }),
      ...(priority === undefined ? {} : { priority }),
      ...(preemptionPolicy === undefined ? {} : { preemptionPolicy }),
      restartPolicy: spec.restartPolicy ?? 'Always',
      ...(spec.terminationGracePeriodSeconds === undefined ? {} : { grace: spec.terminationGracePeriodSeconds }),
      ...(spec.activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds: spec.activeDeadlineSeconds })
    }
  };
}

const isEmpty = (fields: object): boolean => Object.keys(fields).length === 0;

/** What containers ask for together, as written where there is one. */
function sum(lists: readonly Amounts[]): Record<string, string | number> {
  const total: Record<string, string | number> = {};
  for (const list of lists)
    for (const [resource, amount] of Object.entries(list)) {
      const before = total[resource];
      total[resource] = before === undefined ? amount : added(before, amount);
    }
  return total;
}

/** A text that is no quantity is passed on: the scenario's own check says what is wrong with it. */
function added(a: string | number, b: string | number): string | number {
  try {
    return formatQuantity(addQuantity(parseQuantity(a), parseQuantity(b)));
  } catch (e) {
    if (!(e instanceof QuantityError)) throw e;
    return b;
  }
}
