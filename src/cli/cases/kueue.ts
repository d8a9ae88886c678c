import { bestFlavour, tryFlavours } from '#lib/allocator/rules/kueue-flavour.ts';
import {
  exceedsCapacity,
  moreNeeded,
  preemptedMessage,
  type PreemptedFor
} from '#lib/allocator/rules/kueue-message.ts';
import { available, changeUsages, potentiallyAvailable, type QuotaShortage } from '#lib/allocator/rules/kueue-quota.ts';
import { dominantResourceShare, reportedShare } from '#lib/allocator/rules/kueue-share.ts';
import { formatAmount } from '#lib/base/units/index.ts';
import { type Case, differences, UnknownKind } from '../case-kit.ts';
import { order, preemption } from './kueue/preemption.ts';
import { byFlavor, type CohortsJson, type FlavorJson, Named, resourceOf, type Texts } from './kueue/tree.ts';

function quotas(c: Case): unknown {
  const json = c as unknown as CohortsJson & { usageMilli: Record<string, Texts>; expect: Record<string, object> };
  const used = Object.values(json.usageMilli);
  const named = new Named(json, used.flatMap(Object.keys));
  const usage = (name: string): number[] => named.amounts(json.usageMilli[name] ?? {}, (_, milli) => Number(milli));
  for (const { name } of json.clusterQueues) changeUsages(named.tree, named.index(name), usage(name), 1);
  const byCell = (of: typeof available) =>
    Object.fromEntries(
      json.clusterQueues.map(({ name }) => [
        name,
        Object.fromEntries(named.cells.map((cell, i) => [cell, of(named.tree, named.index(name), i)]))
      ])
    );
  return { availableMilli: byCell(available), potentiallyAvailableMilli: byCell(potentiallyAvailable) };
}

function shares(c: Case): unknown {
  const json = c as unknown as CohortsJson & { usageOfCq: Texts; incoming: Texts };
  const named = new Named(json, [...Object.keys(json.usageOfCq), ...Object.keys(json.incoming)]);
  changeUsages(named.tree, named.index('cq'), named.amounts(json.usageOfCq), 1);
  const more = named.amounts(json.incoming);
  const share = (name: string): unknown => {
    const found = dominantResourceShare(named.tree, named.index(name), more);
    const value = reportedShare(found);
    return {
      share: value === Infinity ? 'inf' : value,
      resource: found.resource === undefined ? null : named.resources[found.resource],
      borrowing: found.borrowing
    };
  };
  return Object.fromEntries(Object.keys(c.expect as object).map((name) => [name, share(name)]));
}

function flavors(c: Case): unknown {
  const json = c as unknown as { flavors: FlavorJson[]; usage: Record<string, Texts>; request: Texts };
  const used = Object.fromEntries(
    Object.entries(json.usage).flatMap(([r, of]) => Object.entries(of).map(([flavor, q]) => [`${flavor}/${r}`, q]))
  );
  const demands = json.flavors.map((f) => byFlavor(json.request, () => f.name));
  const named = new Named({ cohorts: [], clusterQueues: [{ name: 'cq', flavors: json.flavors }] }, [
    ...Object.keys(used),
    ...demands.flatMap(Object.keys)
  ]);
  changeUsages(named.tree, 0, named.amounts(used), 1);
  const attempts = tryFlavours(
    named.tree,
    0,
    demands.map((d) => named.amounts(d)),
    false
  );
  const best = bestFlavour(attempts);
  const text = (s: QuotaShortage): string => shortageText(named.cells[s.cell]!, s);
  return {
    mode: best?.mode ?? 'NoFit',
    flavor: best === undefined ? null : json.flavors[best.flavour]!.name,
    attempts: attempts.map(({ flavour, mode, shortages }) => ({
      flavor: json.flavors[flavour]!.name,
      mode,
      reason: shortages.length === 0 ? null : shortages.map(text).join(', ')
    }))
  };
}

function shortageText(cell: string, { asked, available: free, potentiallyAvailable: capacity }: QuotaShortage): string {
  const resource = resourceOf(cell);
  const missing = { resource, flavour: cell.slice(0, cell.indexOf('/')) };
  const text = (amount: number): string => formatAmount(resource, amount);
  return asked > capacity
    ? exceedsCapacity(missing, { considered: text(0), asked: text(asked), capacity: text(capacity) })
    : moreNeeded(missing, text(asked - free));
}

function message(c: Case): unknown {
  const { preemptorUID: preemptorUid = '', jobUID: jobUid = '', ...rest } = c['input'] as Record<string, string>;
  const paths = { preemptorPath: '', preempteePath: '' };
  return { message: preemptedMessage({ preemptorUid, jobUid, ...paths, ...rest } as PreemptedFor) };
}

function answer(c: Case): unknown {
  switch (c.kind) {
    case 'available':
      return quotas(c);
    case 'dominantResourceShare':
      return shares(c);
    case 'preemption':
    case 'fairPreemption':
      return preemption(c);
    case 'candidateOrder':
      return order(c);
    case 'flavorFit':
      return flavors(c);
    case 'message':
      return message(c);
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Whom a case preempts is a whole answer: a victim that it does not name is a difference, too. */
function strict(expected: unknown, actual: unknown): ReturnType<typeof differences> {
  const [named, found] = [expected, actual].map((x) => (x as { preempted?: object }).preempted ?? {});
  const extra = Object.keys(found!).filter((name) => !(name in named!));
  return [
    ...differences(expected, actual),
    ...extra.map((name) => ({ at: `preempted.${name}`, expected: undefined, actual: 'preempted' }))
  ];
}

/** Topic `kueue`: quota in cohorts, shares, victims, flavours and messages. */
export const check = (c: Case) => strict(c.expect, answer(c));
