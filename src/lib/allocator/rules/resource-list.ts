/**
 * Exact amounts by resource name, as the API server holds and prints them. The API server's rules compare and print
 * quantities as they were written (`1500m`, `62914560`, `60Mi`), so they need more than the whole numbers that suffice
 * for placement.
 *
 * @module
 */
import {
  addQuantity,
  amountOf,
  compareQuantity,
  formatQuantity,
  parseQuantity,
  type Quantity
} from '#lib/base/units/index.ts';

/** Quantities by resource name; a resource that is not mentioned is absent, which is not the same as an explicit 0. */
export type ResourceList = ReadonlyMap<string, Quantity>;

/** What one container asks for and may use. */
export interface ContainerResources {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
}

/** Amounts as texts by resource name, as a manifest writes them. */
export type QuantityTexts = Readonly<Record<string, string | number>>;

/** @throws {QuantityError} for a text that is no quantity */
export const parseResourceList = (texts: QuantityTexts = {}): ResourceList =>
  new Map(Object.entries(texts).map(([name, text]) => [name, parseQuantity(text)]));

/** Names in the order in which messages list them. */
export const sortedNames = (names: Iterable<string>): string[] =>
  [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** `cpu=1500m,memory=2Gi`: sorted by name, in canonical text. */
export const printResourceList = (list: ResourceList): string =>
  sortedNames(list.keys())
    .map((name) => `${name}=${formatQuantity(list.get(name)!)}`)
    .join(',');

type Combine = (a: Quantity, b: Quantity) => Quantity;

/** All resources of both lists; those that both mention are combined. */
function merged(a: ResourceList, b: ResourceList, combine: Combine): ResourceList {
  const result = new Map(a);
  for (const [name, quantity] of b) {
    const other = a.get(name);
    result.set(name, other === undefined ? quantity : combine(other, quantity));
  }
  return result;
}

export const addLists = (a: ResourceList, b: ResourceList): ResourceList => merged(a, b, addQuantity);

/** The larger of both amounts; of equal ones the first, whose family it is printed in. */
export const maxLists = (a: ResourceList, b: ResourceList): ResourceList =>
  merged(a, b, (x, y) => (compareQuantity(y, x) > 0 ? y : x));

/** `list` with the resources of `defaults` that it does not mention. */
export const withDefaults = (list: ResourceList, defaults: ResourceList): ResourceList =>
  merged(list, defaults, (own) => own);

/** The resources of a list that `keep` names. */
export const onlyNamed = (list: ResourceList, keep: (name: string) => boolean): ResourceList =>
  new Map([...list].filter(([name]) => keep(name)));

/** The whole number of a resource in a list: millicores, bytes, devices; 0 where it is not mentioned. */
export function amountIn(list: ResourceList, name: string): number {
  const quantity = list.get(name);
  return quantity === undefined ? 0 : amountOf(name, quantity);
}
