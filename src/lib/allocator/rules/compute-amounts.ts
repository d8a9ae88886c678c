/**
 * CPU and memory of a container as whole numbers: the two resources that the kubelet divides by cgroups, classes and
 * eviction.
 *
 * @module
 */
import { amountIn, type ContainerResources } from './resource-list.ts';

/** Millicores and bytes; 0 where a request or limit is not set, which the kubelet does not tell from an explicit 0. */
export interface ComputeAmounts {
  readonly cpuRequest: number;
  readonly cpuLimit: number;
  readonly memoryRequest: number;
  readonly memoryLimit: number;
}

/** @throws {QuantityError} for an amount beyond 2^53 - 1 */
export const computeAmounts = ({ requests, limits }: ContainerResources): ComputeAmounts => ({
  cpuRequest: amountIn(requests, 'cpu'),
  cpuLimit: amountIn(limits, 'cpu'),
  memoryRequest: amountIn(requests, 'memory'),
  memoryLimit: amountIn(limits, 'memory')
});

/** The sum of one amount over containers. */
export const total = (containers: readonly ComputeAmounts[], amount: keyof ComputeAmounts): number =>
  containers.reduce((sum, container) => sum + container[amount], 0);
