import { classicFairShare, fairShareFactor, usageDecay } from '#lib/allocator/rules/classic-fair-share.ts';
import { fairTree } from '#lib/allocator/rules/fair-tree.ts';
import type { Association } from '#lib/allocator/rules/share-tree.ts';
import { billing, jobPriority, partitionFactors } from '#lib/allocator/rules/slurm-priority.ts';
import { type Case, differences, type LeafEquals, near, UnknownKind } from '../case-kit.ts';

interface TreeJson {
  [name: string]: { shares: number; usage?: number; children?: TreeJson };
}

const associations = (tree: TreeJson): Association[] =>
  Object.entries(tree).map(([name, { shares, usage = 0, children }]) => ({
    name,
    shares,
    usage,
    ...(children === undefined ? {} : { children: associations(children) })
  }));

function classic(c: Case): unknown {
  const results = classicFairShare(associations(c['tree'] as TreeJson), Number(c['dampening'] ?? 1));
  return Object.fromEntries(
    [...results].map(([name, r]) => [
      name,
      { normShares: r.shares, effectiveUsage: r.effectiveUsage, fairshare: r.factor }
    ])
  );
}

function ranked(c: Case): unknown {
  const results = [...fairTree(associations(c['tree'] as TreeJson))];
  const text = (level: number): number | 'inf' => (level === Infinity ? 'inf' : level);
  return {
    levelFS: Object.fromEntries(results.map(([name, r]) => [name, text(r.levelFairShare)])),
    fairshare: Object.fromEntries(results.map(([name, r]) => [name, r.factor]))
  };
}

/** Amounts stand beside the weights, under the name that a weight has or its plural. */
function billed(c: Case): unknown {
  const weights = c['weights'] as Record<string, number>;
  const onNode = (name: string): boolean => ['cpu', 'memGiB', 'gpu'].includes(name);
  const resources = Object.entries(weights).map(([name, weight]) => ({
    weight,
    amount: Number(c[name] ?? c[`${name}s`] ?? 0),
    global: !onNode(name)
  }));
  return { billing: billing(resources, c['mode'] as 'SUM' | 'MAX') };
}

function partitions(c: Case): unknown {
  const priorities = c['partitionPriority'] as Record<string, number>;
  const factors = partitionFactors(Object.values(priorities), Boolean(c['normalise']));
  return Object.fromEntries(Object.keys(priorities).map((name, i) => [name, Number(c['weight']) * factors[i]!]));
}

function multifactor(c: Case): unknown {
  const [weights, factors] = [c['weights'], c['factors']] as Record<string, number>[];
  const weighted = Object.entries(factors!).map(([name, factor]) => ({ factor, weight: weights![name] ?? 0 }));
  return { priority: jobPriority(weighted, Number(c['nice'] ?? 0)) };
}

function answer(c: Case): unknown {
  const n = (field: string): number => Number(c[field]);
  switch (c.kind) {
    case 'classicFairshare':
      return classic(c);
    case 'fairTree':
      return ranked(c);
    case 'fairshareFormula':
      return { F: fairShareFactor(n('U'), n('S'), n('dampening')) };
    case 'decay':
      return { factor: usageDecay(n('days'), n('halfLifeDays')) };
    case 'billing':
      return billed(c);
    case 'partitionFactor':
      return partitions(c);
    case 'multifactor':
      return multifactor(c);
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Slurm stores whole priorities, so one that is written with a fraction may differ by less than one. */
const priorities: LeafEquals = (expected, actual) => Math.abs(Number(expected) - Number(actual)) < 1;

/** Topic `slurm-priority`: figures to the nine digits that the cases print. */
export const check = (c: Case) => differences(c.expect, answer(c), c.kind === 'multifactor' ? priorities : near(1e-9));
