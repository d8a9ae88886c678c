import { defaultContainer } from '#lib/allocator/rules/container-defaults.ts';
import {
  defaultLimitRangeItem,
  fillFromLimitRange,
  limitRangeErrors,
  type LimitRangeItem
} from '#lib/allocator/rules/limit-range.ts';
import { parseResourceList, type QuantityTexts } from '#lib/allocator/rules/resource-list.ts';
import { formatQuantity, parseQuantity } from '#lib/base/units/index.ts';
import { type CaseContainer, containerTexts, listTexts, readContainer, readInitContainer } from '../case-container.ts';
import { asSet, type Case, type CaseCheck, differences, UnknownKind } from '../case-kit.ts';

type CaseItem = { readonly type: LimitRangeItem['type'] } & {
  readonly [part in Exclude<keyof LimitRangeItem, 'type'>]?: QuantityTexts;
};

interface LimitRangeCase extends Case {
  readonly item: CaseItem;
  readonly limitRange: readonly CaseItem[];
  readonly containers: readonly CaseContainer[];
  readonly initContainers?: readonly CaseContainer[];
  readonly expect: { readonly errors?: readonly string[] };
}

const readItem = (item: CaseItem): LimitRangeItem => ({
  type: item.type,
  min: parseResourceList(item.min),
  max: parseResourceList(item.max),
  default: parseResourceList(item.default),
  defaultRequest: parseResourceList(item.defaultRequest),
  maxLimitRequestRatio: parseResourceList(item.maxLimitRequestRatio)
});

const OWN_AMOUNT = /(?<=but (?:request|limit) is )\S+$/;

/** Totals of pods were printed in decimal units by the release that the cases come from: the number counts, not its unit. */
const withoutUnits = (errors: readonly string[]): string[] =>
  asSet(
    errors.map((e) => e.replace(OWN_AMOUNT, (text) => formatQuantity({ ...parseQuantity(text), family: 'DecimalSI' })))
  );

function admission(c: LimitRangeCase): unknown {
  const items = c.limitRange.map(readItem);
  const containers = c.containers.map((own) => fillFromLimitRange(defaultContainer(readContainer(own)), items));
  const initContainers = (c.initContainers ?? []).map((own) => {
    const read = readInitContainer(own);
    return fillFromLimitRange({ ...read, ...defaultContainer(read) }, items);
  });
  const errors = limitRangeErrors({ containers, initContainers }, items);
  return {
    allowed: errors.length === 0,
    errors: withoutUnits(errors),
    containersAfter: containers.map(containerTexts),
    initContainersAfter: initContainers.map(containerTexts)
  };
}

function ownDefaults({ item }: LimitRangeCase): unknown {
  const stored = defaultLimitRangeItem(readItem(item));
  return { ...stored, default: listTexts(stored.default), defaultRequest: listTexts(stored.defaultRequest) };
}

/** Topic `limitrange`: a pod that a namespace's LimitRange admits or not, and what a LimitRange fills in for itself. */
export const check: CaseCheck = (c) => {
  const fields = c as LimitRangeCase;
  switch (c.kind) {
    case undefined:
      return differences({ ...fields.expect, errors: withoutUnits(fields.expect.errors ?? []) }, admission(fields));
    case 'limitRangeDefaulting':
      return differences(fields.expect, ownDefaults(fields));
    default:
      throw new UnknownKind(c.kind);
  }
};
