import { evictionOrder } from '#lib/allocator/rules/eviction.ts';
import {
  type EvictionThreshold,
  type NamedAmounts,
  nodeAllocatable,
  reservedAmounts
} from '#lib/allocator/rules/node-allocatable.ts';
import { parseAmount } from '#lib/base/units/index.ts';
import { type Case, type CaseCheck, differences, UnknownKind } from '../case-kit.ts';

type Texts = Readonly<Record<string, string>>;

interface CasePod {
  readonly name: string;
  readonly priority: number;
  readonly request: string | null;
  readonly usage: string;
}

interface EvictionCase extends Case {
  readonly pods: readonly CasePod[];
  readonly capacity: Texts;
  readonly kubeReserved: Texts;
  readonly systemReserved: Texts;
  readonly evictionHard: Texts;
}

const bytes = (text: string | null): number => parseAmount('memory', text ?? '0');

function order({ pods }: EvictionCase): unknown {
  const pressed = pods.map((p) => ({ priority: p.priority, request: bytes(p.request), usage: bytes(p.usage) }));
  return { order: evictionOrder(pressed).map((i) => pods[i]!.name) };
}

const readAmounts = (texts: Texts): NamedAmounts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parseAmount(name, text)]));

const readThreshold = (text: string): EvictionThreshold =>
  text.endsWith('%') ? { percent: Number(text.slice(0, -1)) } : bytes(text);

const writeAmounts = (amounts: NamedAmounts): Texts =>
  Object.fromEntries(Object.entries(amounts).map(([name, a]) => [name, name === 'cpu' ? `${a}m` : `${a}`]));

function allocatable(c: EvictionCase): unknown {
  const capacity = readAmounts(c.capacity);
  const reserved = reservedAmounts(capacity, {
    kubeReserved: readAmounts(c.kubeReserved),
    systemReserved: readAmounts(c.systemReserved),
    evictionHard: Object.fromEntries(Object.entries(c.evictionHard).map(([s, text]) => [s, readThreshold(text)]))
  });
  return { reserved: writeAmounts(reserved), allocatable: writeAmounts(nodeAllocatable(capacity, reserved)) };
}

/** Topic `eviction`: who goes first under pressure, and what a node offers. */
export const check: CaseCheck = (c) => {
  const fields = c as EvictionCase;
  switch (c.kind) {
    case 'evictionOrder':
      return differences(c.expect, order(fields));
    case 'nodeAllocatable':
      return differences(c.expect, allocatable(fields));
    default:
      throw new UnknownKind(c.kind);
  }
};
