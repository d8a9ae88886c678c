import { isNodeCritical, oomScoreAdj } from '#lib/allocator/rules/oom-score.ts';
import { qosClass } from '#lib/allocator/rules/qos.ts';
import { type CaseContainer, readCompute } from '../case-container.ts';
import { type Case, type CaseCheck, differences, UnknownKind } from '../case-kit.ts';

interface OomCase extends Case {
  readonly priority: number | null;
  readonly priorityClassName?: string;
  readonly container: CaseContainer;
  readonly memoryCapacity: number;
  readonly expect: { readonly oomScoreAdj: number };
}

/** Topic `oom-score`: the score of the only container of a pod, whose lists are taken as they stand. */
export const check: CaseCheck = (c) => {
  if (c.kind !== undefined) throw new UnknownKind(c.kind);
  const { priority, priorityClassName = '', container, memoryCapacity, expect } = c as OomCase;
  const amounts = readCompute(container, false);
  const qos = isNodeCritical(priority ?? 0, priorityClassName) ? 'Guaranteed' : qosClass([amounts]);
  return differences(
    { oomScoreAdj: expect.oomScoreAdj },
    { oomScoreAdj: oomScoreAdj(qos, amounts.memoryRequest, memoryCapacity) }
  );
};
