import { parse, stringify } from 'yaml';
import type { Scenario, ScenarioFile, ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { shortName } from '#lib/base/units/index.ts';
import { otherPolicies, policyLabel, whatStays } from './later-policy.ts';

/** An entry of `interventions`, as a scenario file has it. */
export type Intervention = NonNullable<ScenarioInput['interventions']>[number];

/** One thing that can be changed at a step: its name on the screen and what a scenario says for it. */
export interface Change {
  readonly label: string;
  readonly intervention: Intervention;
  /** What stays as it was although the change would have it otherwise, a sentence; undefined where nothing does. */
  readonly stays: string | undefined;
}

/** Ticks that a job which somebody lets in runs for. */
const SERVICE_TICKS = 60;
const MOST_NODES = 8;

/** What can be changed in a scenario from a step on; nodes beyond the first eight are not offered one by one. */
export function changesAt(scenario: Scenario, step: number): Change[] {
  const interventions: Intervention[] = [
    ...arrivals(scenario, step),
    ...scenario.nodes.slice(0, MOST_NODES).map(({ name }) => ({ step, node: name, is: 'lost' as const })),
    ...otherPolicies(scenario.policy).map((policy) => ({ step, policy })),
    ...(scenario.autoscaler === undefined ? [] : [{ step, autoscaler: 'fails' as const }])
  ];
  return interventions.map((intervention) => ({
    label: labelOf(intervention, scenario),
    intervention,
    stays: 'policy' in intervention ? whatStays(intervention.policy, scenario) : undefined
  }));
}

/** What an intervention changes, in a few words: the name of its branch. `scenario` is the one that it changes. */
export function labelOf(
  intervention: Intervention | ScenarioFile['interventions'][number],
  scenario: Scenario
): string {
  if ('arrives' in intervention) return arrivalLabel(intervention.arrives, scenario);
  if ('policy' in intervention) return policyLabel(intervention.policy);
  if ('autoscaler' in intervention) return `Scale-up ${intervention.autoscaler} from here on`;
  if ('job' in intervention) return `Job ${intervention.job} is cancelled`;
  return `Node ${intervention.node} is ${intervention.is}`;
}

function arrivalLabel(
  { priority = 0, resources }: Extract<Intervention, { arrives: unknown }>['arrives'],
  scenario: Scenario
): string {
  const what = Object.keys({ ...resources?.requests, ...resources?.limits })
    .map(shortName)
    .join(' and ');
  return priority > highestPriority(scenario)
    ? `A job of higher priority asks for ${what}`
    : `Another job takes ${what} as soon as it can`;
}

const highestPriority = ({ kinds }: Scenario): number =>
  kinds.reduce((most, { priority }) => Math.max(most, priority), 0);

/** One more job that asks for one of the dearest resource: an ordinary one, and one that goes before all others. */
function arrivals(scenario: Scenario, step: number): Intervention[] {
  const resource = scenario.resources.at(-1);
  if (resource === undefined) return [];
  const resources = { limits: { [resource]: resource === 'memory' ? '1Gi' : 1 } };
  const service = `${SERVICE_TICKS * scenario.tickMillis}ms`;
  const priority = highestPriority(scenario) + 1;
  return [
    { step, arrives: { name: nameFor(scenario, 'other'), service, preemptionPolicy: 'Never', resources } },
    { step, arrives: { name: nameFor(scenario, 'urgent'), service, priority, resources } }
  ];
}

/** A name that no job has yet. */
function nameFor({ kinds }: Scenario, wanted: string): string {
  const taken = new Set(kinds.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
  return name;
}

/** The text of a scenario with one more intervention. */
export function withIntervention(source: string, intervention: Intervention): string {
  const file = parse(source) as ScenarioInput;
  return stringify({ ...file, interventions: [...(file.interventions ?? []), intervention] });
}
