/** Another policy in the middle of a run: which ones are offered, what they are called, and what they leave as it was. */
import { presets, type Policy, type Scenario, type ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { policies, presetNames } from './policies.ts';

/** The policy of an intervention, as a scenario has it. */
type LaterPolicy = Extract<NonNullable<ScenarioInput['interventions']>[number], { policy: unknown }>['policy'];

const named = policies.flatMap(({ name, policy }) => (policy === undefined ? [] : [{ name, policy }]));

/** The policies of a comparison that differ from the one which a scenario has. */
export const otherPolicies = (own: Policy): LaterPolicy[] =>
  named.map(({ policy }) => policy).filter((policy) => differs(policy, own));

/** Gangs stay as they are placed, and a quantum of its own makes no other policy. */
function differs(policy: LaterPolicy, own: Policy): boolean {
  const parts = Object.entries(wholeOf(policy)) as [keyof Policy, unknown][];
  return parts.some(([part, value]) => part !== 'gangs' && part !== 'quantum' && own[part] !== value);
}

const wholeOf = ({ preset = 'textbook', ...parts }: LaterPolicy) => ({ ...presets[preset], ...parts });

/** What another policy is called as the name of a branch. */
export function policyLabel({ preset, ...parts }: LaterPolicy): string {
  const single = Object.values(parts).every((part) => part === undefined);
  if (preset !== undefined && single) return `It works like ${presetNames[preset]} from here on`;
  const known = named.find(({ policy }) => sameParts(policy, { preset, ...parts }));
  return known === undefined ? 'Another policy from here on' : `${known.name}, from here on`;
}

function sameParts(one: LaterPolicy, other: LaterPolicy): boolean {
  const parts = [...Object.keys(one), ...Object.keys(other)] as (keyof LaterPolicy)[];
  return parts.every((part) => one[part] === other[part]);
}

/**
 * What stays as it was although a policy would have it otherwise, a sentence; undefined where nothing does. How gangs are
 * placed shapes the jobs themselves, so no change in the middle of a run reaches it.
 */
export function whatStays(policy: LaterPolicy, { policy: own, kinds }: Scenario): string | undefined {
  if (wholeOf(policy).gangs === own.gangs || kinds.every(({ gang }) => gang === 1)) return undefined;
  const how = own.gangs === 'pod-by-pod' ? 'pod by pod' : 'all at once or not at all';
  return `Gangs are placed as before, ${how}: that cannot change in the middle of a run.`;
}
