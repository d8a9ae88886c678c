import {
  type ContainerResources,
  parseResourceList,
  type QuantityTexts
} from '../../../src/lib/allocator/rules/resource-list.ts';

/** A container as a manifest writes it. */
export const container = (written: {
  readonly requests?: QuantityTexts;
  readonly limits?: QuantityTexts;
}): ContainerResources => ({
  requests: parseResourceList(written.requests),
  limits: parseResourceList(written.limits)
});
