/**
 * What the API server fills in before it looks at a container: requests that were left out, and amounts that are too fine.
 *
 * Source: kubernetes `pkg/apis/core/v1/defaults.go` (`SetDefaults_Pod`, `SetDefaults_ResourceList`), v1.31 to v1.35.
 *
 * @module
 */
import { roundUp } from '#lib/base/units/index.ts';
import { type ContainerResources, type ResourceList, withDefaults } from './resource-list.ts';

const THOUSANDTHS = -3;

const rounded = (list: ResourceList): ResourceList =>
  new Map([...list].map(([name, quantity]) => [name, roundUp(quantity, THOUSANDTHS)]));

/**
 * A container as the API server stores it: every amount rounded up to thousandths, and a limit without a request is the
 * request too. That is why `limits: { nvidia.com/gpu: 1 }` alone is enough.
 */
export function defaultContainer({ requests, limits }: ContainerResources): ContainerResources {
  const roundedLimits = rounded(limits);
  return { requests: withDefaults(rounded(requests), roundedLimits), limits: roundedLimits };
}
