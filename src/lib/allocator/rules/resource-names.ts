/**
 * What the API server knows of a resource by its name.
 *
 * Source: kubernetes `pkg/apis/core/helper/helpers.go`, v1.31 to v1.35.
 *
 * @module
 */
import { isExtended, parseQuantity, type Quantity, QuantityError } from '#lib/base/units/index.ts';
import { qualifiedNameErrors } from './qualified-name.ts';

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];
const COUNTS = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers'
];
const STANDARD = new Set([
  ...COMPUTE,
  ...COMPUTE.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  ...COUNTS,
  'storage',
  'requests.storage'
]);

const HUGE_PAGES = 'hugepages-';

export const isHugePages = (name: string): boolean => name.startsWith(HUGE_PAGES);

/** Whether a resource is Kubernetes' own: it has no domain, or one of kubernetes.io. */
export const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/');

/** Whether a resource is a device with a name that a quota can count too, such as `nvidia.com/gpu`. */
export const isExtendedResource = (name: string): boolean =>
  isExtended(name) && qualifiedNameErrors(`requests.${name}`).length === 0;

/** Whether limits may add up to more than a node has; of devices and huge pages they may not. */
export const allowsOvercommit = (name: string): boolean => isNative(name) && !isHugePages(name);

/** Whether only whole numbers of a resource make sense. */
export const isCounted = (name: string): boolean => COUNTS.includes(name) || isExtendedResource(name);

/** Whether a name without a domain is one that some Kubernetes object may carry. */
export const isStandard = (name: string): boolean =>
  STANDARD.has(name) || isHugePages(name) || isHugePages(name.replace(/^requests\./, ''));

/** Whether a name without a domain is one that a container may carry. */
export const isContainerResource = (name: string): boolean => COMPUTE.includes(name) || isHugePages(name);

/** The page size in a name such as `hugepages-2Mi`; undefined where there is none. */
export function hugePageSize(name: string): Quantity | undefined {
  try {
    return parseQuantity(name.slice(HUGE_PAGES.length));
  } catch (error) {
    if (error instanceof QuantityError) return undefined;
    throw error;
  }
}
