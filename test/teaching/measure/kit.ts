import { readScenarioData, type Scenario } from '#lib/allocator/scenario/index.ts';
import { counting, type Measured } from '#lib/allocator/worker/index.ts';
import { quantity, type Family, type ParameterId, type QuantityId, type Values } from '#lib/teaching/measure/index.ts';

/** A scenario as an experiment gives it, read. Throws with every problem of one that cannot be run. */
export function scenarioFrom(data: object): Scenario {
  const read = readScenarioData(data);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.scenario;
}

/** What a run of a scenario comes to, as the worker would count it. */
export function measuredOf(data: object): Measured {
  const task = counting(scenarioFrom(data));
  while (!task.advance());
  return task.result();
}

/** Some quantities of one run of a family, in the order in which they are asked for. */
export const observe = <P extends ParameterId>(
  family: Family<P>,
  n: number,
  values: Values<P>,
  ids: readonly QuantityId[]
): (number | undefined)[] => {
  const measured = measuredOf(family.scenario(n, values));
  return ids.map((id) => quantity(id).of({ n, measured }));
};
