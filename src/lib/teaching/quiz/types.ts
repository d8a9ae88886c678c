import { faultyLine } from './faulty-line.ts';
import { fillTheTable } from './fill-the-table.ts';
import type { ItemType, Rationale, Response } from './item-type.ts';
import { match } from './match.ts';
import { numberItem } from './number.ts';
import { oneOfMany } from './one-of-many.ts';
import { order } from './order.ts';
import { pointAtStep } from './point-at-step.ts';
import type { Item } from './schema/item.ts';
import { severalOfMany } from './several-of-many.ts';

type OfType<T extends Item['type']> = Extract<Item, { readonly type: T }>;

const types: { readonly [T in Item['type']]: ItemType<OfType<T>, Response> } = {
  one: oneOfMany,
  number: numberItem,
  order,
  several: severalOfMany,
  match,
  step: pointAtStep,
  fill: fillTheTable,
  line: faultyLine
};

// The table above ties each type to its items; looking one up by an item's own type cannot mix two of them.
const typeOf = (item: Item): ItemType<Item, Response> => types[item.type] as ItemType<Item, Response>;

/** Reads what a form or a log holds as an answer to an item; undefined for what is no complete answer to it. */
export const parseResponse = (item: Item, given: unknown): Response | undefined => typeOf(item).parse(item, given);

/** Marks from 0 to 1 for an answer that `parseResponse` gave; 1 for the key and for nothing else. */
export const scoreOf = (item: Item, response: Response): number => typeOf(item).score(item, response);

/** The answer that earns full marks. */
export const keyOf = (item: Item): Response => typeOf(item).key(item);

/** The key as a check must give it: in words, or as a number. */
export const keyValueOf = (item: Item): number | string | readonly string[] => typeOf(item).keyValue(item);

/** Why each option is right or wrong, in the order of the item file. */
export const rationaleOf = (item: Item, response?: Response): Rationale[] => typeOf(item).rationale(item, response);

/** The options of an item as worded; none of them may be equal. */
export const optionsOf = (item: Item): readonly string[] => typeOf(item).options(item);
