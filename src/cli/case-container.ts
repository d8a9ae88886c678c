/** Reads the containers of case files, whose amounts are Kubernetes quantities, and writes amounts back as texts. */
import { type ComputeAmounts, computeAmounts } from '#lib/allocator/rules/compute-amounts.ts';
import { defaultContainer } from '#lib/allocator/rules/container-defaults.ts';
import {
  type ContainerResources,
  parseResourceList,
  type QuantityTexts,
  type ResourceList
} from '#lib/allocator/rules/resource-list.ts';
import { formatQuantity } from '#lib/base/units/index.ts';

/** A container as case files write it. */
export interface CaseContainer {
  readonly name?: string;
  readonly requests?: QuantityTexts;
  readonly limits?: QuantityTexts;
  readonly restartPolicy?: 'Always';
}

/** What a container sets, nothing filled in. */
export const readContainer = ({ requests, limits }: CaseContainer): ContainerResources => ({
  requests: parseResourceList(requests ?? {}),
  limits: parseResourceList(limits ?? {})
});

/** The same for a container that runs first; restartPolicy Always makes it a sidecar. */
export const readInitContainer = (container: CaseContainer): ContainerResources & { readonly sidecar: boolean } => ({
  ...readContainer(container),
  sidecar: container.restartPolicy === 'Always'
});

/** CPU and memory of a container after the API server has filled in requests, or exactly as it was written. */
export function readCompute(container: CaseContainer, defaulted: boolean): ComputeAmounts {
  const resources = readContainer(container);
  return computeAmounts(defaulted ? defaultContainer(resources) : resources);
}

/** Canonical texts by resource name. */
export const listTexts = (list: ResourceList): Record<string, string> =>
  Object.fromEntries([...list].map(([name, quantity]) => [name, formatQuantity(quantity)]));

/** A container with its amounts in canonical texts. */
export const containerTexts = ({ requests, limits }: ContainerResources) => ({
  requests: listTexts(requests),
  limits: listTexts(limits)
});
