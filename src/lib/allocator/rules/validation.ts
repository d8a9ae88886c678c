/**
 * What the API server accepts as requests and limits of a container, and what it says where it does not.
 *
 * Devices cannot be shared out in part, so their limit is required and the request equals it; of CPU and memory the
 * request may be less than the limit.
 *
 * Source: kubernetes `pkg/apis/core/validation/validation.go`, v1.31 to v1.35.
 *
 * @module
 */
import { compareQuantity, formatQuantity, milliValue, type Quantity, wholeValue } from '#lib/base/units/index.ts';
import { type FieldError, forbidden, invalid, invalidBare, required } from './field-error.ts';
import { qualifiedNameErrors } from './qualified-name.ts';
import type { ContainerResources, ResourceList } from './resource-list.ts';
import {
  allowsOvercommit,
  hugePageSize,
  isContainerResource,
  isCounted,
  isExtendedResource,
  isHugePages,
  isNative,
  isStandard
} from './resource-names.ts';

/**
 * Everything that is wrong with the resources of a container, after `defaultContainer`; empty where it is accepted.
 *
 * @param field path of the container's resources, such as `spec.containers[0].resources`
 */
export function validateContainer({ requests, limits }: ContainerResources, field: string): FieldError[] {
  return [
    ...validateList(limits, `${field}.limits`),
    ...validateList(requests, `${field}.requests`),
    ...[...requests].flatMap(([name, request]) => validatePair(name, request, limits.get(name), field)),
    ...validateCompany([...requests.keys(), ...limits.keys()], field)
  ];
}

const validateList = (list: ResourceList, field: string): FieldError[] =>
  [...list].flatMap(([name, quantity]) => {
    const key = `${field}[${name}]`;
    return [...validateName(name, key), ...validateAmount(name, quantity, key)];
  });

function validateName(name: string, field: string): FieldError[] {
  const wrong = qualifiedNameErrors(name);
  const details = name.includes('/') ? [...wrong, ...deviceNameErrors(name)] : [...wrong, ...plainNameErrors(name)];
  return details.map((detail) => invalidBare(field, name, detail));
}

const deviceNameErrors = (name: string): string[] =>
  isNative(name) || isExtendedResource(name) ? [] : ["doesn't follow extended resource name standard"];

function plainNameErrors(name: string): string[] {
  const errors: string[] = [];
  if (qualifiedNameErrors(name).length === 0 && !isStandard(name))
    errors.push('must be a standard resource type or fully qualified');
  if (!isContainerResource(name)) errors.push('must be a standard resource for containers');
  return errors;
}

function validateAmount(name: string, quantity: Quantity, field: string): FieldError[] {
  const text = formatQuantity(quantity);
  const errors: FieldError[] = [];
  if (quantity.nano < 0n) errors.push(invalid(field, text, 'must be greater than or equal to 0'));
  if (isCounted(name) && milliValue(quantity) % 1000n !== 0n)
    errors.push(invalidBare(field, text, 'must be an integer'));
  if (isHugePages(name) && !isWholePages(name, quantity))
    errors.push(invalid(field, text, `${text} is not positive integer multiple of ${name}`));
  return errors;
}

function isWholePages(name: string, quantity: Quantity): boolean {
  const size = hugePageSize(name);
  if (size === undefined || size.nano <= 0n || milliValue(size) % 1000n !== 0n) return false;
  return wholeValue(quantity) % wholeValue(size) === 0n;
}

function validatePair(name: string, request: Quantity, limit: Quantity | undefined, field: string): FieldError[] {
  if (limit === undefined)
    return allowsOvercommit(name)
      ? []
      : [required(`${field}.limits`, 'Limit must be set for non overcommitable resources')];
  const order = compareQuantity(request, limit);
  const complain = (relation: string): FieldError[] => [
    invalid(
      `${field}.requests`,
      formatQuantity(request),
      `must be ${relation} ${name} limit of ${formatQuantity(limit)}`
    )
  ];
  if (order !== 0 && !allowsOvercommit(name)) return complain('equal to');
  return order > 0 ? complain('less than or equal to') : [];
}

function validateCompany(names: readonly string[], field: string): FieldError[] {
  const alone = names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory');
  return alone ? [forbidden(field, 'HugePages require cpu or memory')] : [];
}
