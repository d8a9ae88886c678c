/**
 * Amounts of a resource as the whole numbers that rules and simulator hold: CPU in millicores, memory and storage in
 * bytes, everything else (devices, pods) one by one.
 *
 * @module
 */
import {
  formatQuantity,
  milliValue,
  parseQuantity,
  type Quantity,
  QuantityError,
  type QuantityFamily,
  wholeValue
} from './quantity.ts';

const NANO_PER_MILLICORE = 1_000_000n;
const NANO_PER_UNIT = 1_000_000_000n;

const isCpu = (resource: string): boolean => resource === 'cpu';
const isBytes = (resource: string): boolean =>
  resource === 'memory' || resource === 'ephemeral-storage' || resource.startsWith('hugepages-');

/**
 * The amount that a quantity is of a resource, rounded up as the API server and the scheduler do (`0.5m` CPU is one
 * millicore).
 *
 * @throws {QuantityError} for an amount beyond 2^53 - 1, which a number cannot hold exactly
 */
export function amountOf(resource: string, quantity: Quantity): number {
  const amount = Number(isCpu(resource) ? milliValue(quantity) : wholeValue(quantity));
  if (!Number.isSafeInteger(amount))
    throw new QuantityError(`${formatQuantity(quantity)} of ${resource} is too much; at most 2^53 - 1 can be counted`);
  return amount;
}

/** `parseQuantity` and `amountOf` in one. @throws {QuantityError} as both do */
export const parseAmount = (resource: string, text: string | number): number => amountOf(resource, parseQuantity(text));

const shorter = (a: string, b: string): string => (b.length < a.length ? b : a);

/** An amount the way kubectl prints it: CPU `1500m`, memory `32Gi` or `129M`, whichever is shorter, devices `2`. */
export function formatAmount(resource: string, amount: number): string {
  const nano = BigInt(amount) * (isCpu(resource) ? NANO_PER_MILLICORE : NANO_PER_UNIT);
  const as = (family: QuantityFamily): string => formatQuantity({ nano, family });
  return isBytes(resource) ? shorter(as('BinarySI'), as('DecimalSI')) : as('DecimalSI');
}

/** Whether a resource is a device that nodes advertise, such as `nvidia.com/gpu`: a domain outside kubernetes.io. */
export function isExtended(resource: string): boolean {
  return resource.includes('/') && !resource.includes('kubernetes.io/') && !resource.startsWith('requests.');
}

const SHORT_NAMES = new Map([
  ['cpu', 'CPU'],
  ['ephemeral-storage', 'storage'],
  ['nvidia.com/gpu', 'GPU'],
  ['nvidia.com/gpu.shared', 'shared GPU'],
  ['amd.com/gpu', 'AMD GPU']
]);

/** What people call a resource: `GPU`, `CPU`, `memory`, `MIG 3g.20gb`, `2Mi huge pages`; its last part where nobody does. */
export function shortName(resource: string): string {
  const known = SHORT_NAMES.get(resource);
  if (known !== undefined) return known;
  if (resource.startsWith('hugepages-')) return `${resource.slice('hugepages-'.length)} huge pages`;
  return resource.slice(resource.lastIndexOf('/') + 1).replace(/^mig-/, 'MIG ');
}

/**
 * An amount for a sentence: `2 GPUs`, `1 GPU`, `1.5 CPU`, `32 GiB`, `10 GiB of storage`. Nothing is rounded, so that two
 * amounts that differ never read the same.
 */
export function plainAmount(resource: string, amount: number): string {
  if (isCpu(resource)) return `${amount / 1000} CPU`;
  if (isBytes(resource)) return resource === 'memory' ? bytes(amount) : `${bytes(amount)} of ${shortName(resource)}`;
  const name = shortName(resource);
  if (name.endsWith('GPU')) return `${amount} ${amount === 1 ? name : `${name}s`}`;
  return resource === 'pods' && amount === 1 ? '1 pod' : `${amount} ${name}`;
}

const BINARY_UNITS = ['PiB', 'TiB', 'GiB', 'MiB', 'KiB'];
const DECIMAL_UNITS = ['PB', 'TB', 'GB', 'MB', 'kB'];

function bytes(amount: number): string {
  if (Math.abs(amount) < 1000) return `${amount} ${amount === 1 ? 'byte' : 'bytes'}`;
  const binary = inLargestUnit(amount, BINARY_UNITS, 1024);
  const decimal = inLargestUnit(amount, DECIMAL_UNITS, 1000);
  return shorter(binary, decimal);
}

/** In the largest unit of which it is at least one and that needs at most two decimals; else in bytes. */
function inLargestUnit(amount: number, units: readonly string[], base: number): string {
  const size = BigInt(amount);
  for (const [i, unit] of units.entries()) {
    const unitSize = units.slice(i).reduce((product) => product * BigInt(base), 1n);
    const hundredths = size * 100n;
    if (hundredths % unitSize === 0n && (size >= unitSize || -size >= unitSize))
      return `${Number(hundredths / unitSize) / 100} ${unit}`;
  }
  return `${amount} bytes`;
}
