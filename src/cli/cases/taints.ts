import { rejectionReasons } from '#lib/allocator/rules/failed-scheduling.ts';
import { isResolvable, traitRejection } from '#lib/allocator/rules/node-filter.ts';
import { type Taint, type Toleration, taintScore, untoleratedPreferences } from '#lib/allocator/rules/taints.ts';
import { type Case, type CaseCheck, UnknownKind, differences } from '../case-kit.ts';

interface TaintCase extends Case {
  readonly tolerations: readonly Toleration[];
  readonly taints?: readonly Taint[];
  readonly unschedulable?: boolean;
  readonly nodes?: readonly { readonly name: string; readonly taints?: readonly Taint[] }[];
}

/** TaintToleration: may the pod be on the node, and how does the plugin score several nodes? */
export const check: CaseCheck = (c) => {
  if (c.kind === 'filter') return differences(c.expect, filter(c as TaintCase));
  if (c.kind === 'score') return differences(c.expect, score(c as TaintCase));
  throw new UnknownKind(c.kind);
};

function filter({ tolerations, taints = [], unschedulable = false }: TaintCase) {
  const rejection = traitRejection({ tolerations }, { taints, unschedulable });
  if (rejection === undefined) return { schedulable: true, code: 'Success', reasons: [] };
  return {
    schedulable: false,
    code: isResolvable(rejection, []) ? 'Unschedulable' : 'UnschedulableAndUnresolvable',
    reasons: rejectionReasons(rejection, { names: [], release: '1.31' })
  };
}

function score({ tolerations, nodes = [] }: TaintCase) {
  const raw = nodes.map((node) => untoleratedPreferences(node.taints ?? [], tolerations));
  const worst = Math.max(...raw);
  const byName = (values: readonly number[]) => Object.fromEntries(nodes.map((node, i) => [node.name, values[i]]));
  return { raw: byName(raw), normalized: byName(raw.map((count) => taintScore(count, worst))) };
}
