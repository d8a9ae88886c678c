/**
 * LimitRange: what a namespace fills in for containers that say nothing, and the least, the most and the greatest ratio
 * that it lets a container or a pod have. Checked when a pod is created, never later.
 *
 * Source: kubernetes `plugin/pkg/admission/limitranger/admission.go` and `pkg/apis/core/v1/defaults.go`, v1.31 to v1.35.
 * Earlier releases (v1.20) printed a pod's total in decimal units, 60Mi as 62914560, and left out of it a resource that
 * one of the containers did not mention.
 *
 * @module
 */
import { compareQuantity, formatQuantity, milliValue, type Quantity, wholeValue } from '#lib/base/units/index.ts';
import { type PodContainers, podQuantities } from './pod-quantities.ts';
import { type ContainerResources, type ResourceList, withDefaults } from './resource-list.ts';

/** One rule of a LimitRange. Only type Container fills in defaults. */
export interface LimitRangeItem {
  readonly type: 'Container' | 'Pod';
  readonly min: ResourceList;
  readonly max: ResourceList;
  readonly default: ResourceList;
  readonly defaultRequest: ResourceList;
  readonly maxLimitRequestRatio: ResourceList;
}

/**
 * An item as the API server stores it: the default limit is the maximum unless given, and the default request the
 * default limit, else the minimum.
 */
export function defaultLimitRangeItem(item: LimitRangeItem): LimitRangeItem {
  if (item.type !== 'Container') return item;
  const limit = withDefaults(item.default, item.max);
  return { ...item, default: limit, defaultRequest: withDefaults(withDefaults(item.defaultRequest, limit), item.min) };
}

/** A container with what the items of type Container fill in; a later item wins over an earlier one. */
export function fillFromLimitRange<C extends ContainerResources>(container: C, items: readonly LimitRangeItem[]): C {
  const defaults = (part: 'default' | 'defaultRequest'): ResourceList =>
    new Map(items.filter((item) => item.type === 'Container').flatMap((item) => [...item[part]]));
  return {
    ...container,
    requests: withDefaults(container.requests, defaults('defaultRequest')),
    limits: withDefaults(container.limits, defaults('default'))
  };
}

/** Every reason, each once, for which a pod is not admitted; empty where it is. Nothing is filled in here. */
export function limitRangeErrors(pod: PodContainers, items: readonly LimitRangeItem[]): string[] {
  const errors = items.flatMap((item) => partsOf(pod, item).flatMap((part) => itemErrors(part, item)));
  return [...new Set(errors)];
}

/** The answer to the client (403), for at least one error. */
export const limitRangeMessage = (pod: string, errors: readonly string[]): string =>
  `pods "${pod}" is forbidden: ${errors.length === 1 ? errors[0] : `[${errors.join(', ')}]`}`;

function partsOf(pod: PodContainers, { type }: LimitRangeItem): readonly ContainerResources[] {
  if (type === 'Container') return [...pod.containers, ...(pod.initContainers ?? [])];
  return [{ requests: podQuantities(pod, 'requests'), limits: podQuantities(pod, 'limits') }];
}

const itemErrors = (part: ContainerResources, { type, min, max, maxLimitRequestRatio }: LimitRangeItem): string[] =>
  [
    ...[...min].map(([name, least]) => belowMinimum(`minimum ${name} usage per ${type} is`, least, pick(part, name))),
    ...[...max].map(([name, most]) => aboveMaximum(`maximum ${name} usage per ${type} is`, most, pick(part, name))),
    ...[...maxLimitRequestRatio].map(([name, ratio]) =>
      aboveRatio(`${name} max limit to request ratio per ${type} is`, ratio, pick(part, name))
    )
  ].filter((error) => error !== null);

/** Request and limit of one resource. */
interface Pair {
  readonly request: Quantity | undefined;
  readonly limit: Quantity | undefined;
}

const pick = ({ requests, limits }: ContainerResources, name: string): Pair => ({
  request: requests.get(name),
  limit: limits.get(name)
});

function belowMinimum(rule: string, least: Quantity, { request, limit }: Pair): string | null {
  const bound = `${rule} ${formatQuantity(least)}`;
  if (request === undefined) return `${bound}.  No request is specified`;
  if (compareQuantity(request, least) < 0) return `${bound}, but request is ${formatQuantity(request)}`;
  if (limit !== undefined && compareQuantity(limit, least) < 0)
    return `${bound}, but limit is ${formatQuantity(limit)}`;
  return null;
}

function aboveMaximum(rule: string, most: Quantity, { request, limit }: Pair): string | null {
  const bound = `${rule} ${formatQuantity(most)}`;
  if (limit === undefined) return `${bound}.  No limit is specified`;
  if (compareQuantity(limit, most) > 0) return `${bound}, but limit is ${formatQuantity(limit)}`;
  if (request !== undefined && compareQuantity(request, most) > 0)
    return `${bound}, but request is ${formatQuantity(request)}`;
  return null;
}

function aboveRatio(rule: string, most: Quantity, { request, limit }: Pair): string | null {
  const bound = `${rule} ${formatQuantity(most)}`;
  if (request === undefined || request.nano === 0n) return `${bound}, but no request is specified or request is 0`;
  if (limit === undefined || limit.nano === 0n) return `${bound}, but no limit is specified or limit is 0`;
  const ratio = quotient(limit, request);
  return ratio * 1000 > Number(milliValue(most)) ? `${bound}, but provided ratio is ${ratio.toFixed(6)}` : null;
}

/** Beyond this many units upstream counts whole ones, because thousandths of them overflow its integers. */
const LARGEST_COUNTED_IN_MILLI = 9_223_372_036_854_775n;

function quotient(limit: Quantity, request: Quantity): number {
  const inMilli = [limit, request].every((q) => wholeValue(q) <= LARGEST_COUNTED_IN_MILLI);
  const count = inMilli ? milliValue : wholeValue;
  return Number(count(limit)) / Number(count(request));
}
