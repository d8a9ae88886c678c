import { qosClass } from '#lib/allocator/rules/qos.ts';
import { type CaseContainer, readCompute } from '../case-container.ts';
import { type Case, type CaseCheck, differences, UnknownKind } from '../case-kit.ts';

interface QosCase extends Case {
  readonly containers: readonly CaseContainer[];
  readonly initContainers?: readonly CaseContainer[];
  readonly apiDefaulting: boolean;
}

/** Topic `qos`: the class of a pod. */
export const check: CaseCheck = (c) => {
  if (c.kind !== undefined) throw new UnknownKind(c.kind);
  const { containers, initContainers = [], apiDefaulting } = c as QosCase;
  const amounts = [...containers, ...initContainers].map((container) => readCompute(container, apiDefaulting));
  return differences(c.expect, { qosClass: qosClass(amounts) });
};
