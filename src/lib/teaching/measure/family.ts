import type { ScenarioInput } from '#lib/allocator/scenario/index.ts';
import type { ParameterId, Values } from './parameter.ts';

/** An experiment: for any number of tasks a scenario, which a run answers. */
export interface Family<P extends ParameterId = ParameterId> {
  readonly id: string;
  readonly name: string;
  /** One sentence: who asks for what, when. */
  readonly about: string;
  /** What it can be set to. */
  readonly parameters: readonly P[];
  /** The most tasks with which a run stays within seconds. */
  readonly mostTasks: number;
  /** @param n number of tasks, whole and at least 1 */
  scenario(n: number, values: Values<P>): ScenarioInput;
}

/** What all scenarios of the experiments have in common; ticks are seconds. */
export const scenarioNamed = (id: string, rest: Omit<ScenarioInput, 'schema' | 'id'>): ScenarioInput => ({
  schema: 1,
  id,
  ...rest
});

const GPU = 'nvidia.com/gpu';

/** A cluster of one node with some GPUs. */
export const oneNode = (gpus: number): ScenarioInput['cluster'] => ({
  nodes: [{ name: 'node', allocatable: { [GPU]: gpus } }]
});

/** A demand of some GPUs. */
export const asks = (gpus: number): { resources: { limits: Record<string, number> } } => ({
  resources: { limits: { [GPU]: gpus } }
});

/**
 * A job that holds one GPU for several tasks, one after the other.
 *
 * To allocate takes `a`: the image is pulled, and the GPU is held meanwhile. Between two tasks, and after the last, the
 * program itself cleans up: `s` each time, then `r`. Scenarios know no time of releasing, because a node gives a GPU back
 * at once when the program has ended; that clean-up is part of the run that comes before. The GPU is held for as long, and
 * the calls are as many, as if releasing took `r`.
 */
export function jobOf(
  name: string,
  tasks: number,
  { D, a, r, s }: Values<'D' | 'a' | 'r' | 's'>
): NonNullable<ScenarioInput['jobs']>[number] {
  return { name, service: tasks * D + (tasks - 1) * s + r, image: { takes: a }, ...asks(1) };
}
