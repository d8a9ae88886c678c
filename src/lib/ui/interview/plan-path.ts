/** What stands in a list of prompts. */
export interface PromptLink {
  readonly id: string;
  readonly title: string;
}

/** A plan as the order of its prompts. */
export interface PlanPath {
  readonly id: string;
  readonly prompts: readonly string[];
}

/**
 * The prompt after one, in the plan that is followed or, without one, among all; undefined behind the last. A prompt that
 * the plan does not hold is followed by the next of all.
 */
export function promptAfter(
  id: string,
  all: readonly PromptLink[],
  plan: PlanPath | undefined
): PromptLink | undefined {
  const ids = plan?.prompts.includes(id) === true ? plan.prompts : all.map((prompt) => prompt.id);
  const next = ids[ids.indexOf(id) + 1];
  return all.find((prompt) => prompt.id === next);
}
