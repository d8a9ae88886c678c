import { parse, stringify } from 'yaml';
import type { Preset, Scenario, ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { shortName } from '#lib/base/units/index.ts';

/** An entry of `interventions`, as a scenario file has it. */
export type Intervention = NonNullable<ScenarioInput['interventions']>[number];

/** One thing that can be changed at a step: its name on the screen and what a scenario says for it. */
export interface Change {
  readonly label: string;
  readonly intervention: Intervention;
}

const presetNames: Readonly<Record<Preset, string>> = {
  textbook: 'a textbook queue',
  kubernetes: 'Kubernetes',
  kueue: 'Kueue',
  slurm: 'Slurm',
  mesos: 'Mesos'
};

/** Ticks that a job which somebody lets in runs for. */
const SERVICE_TICKS = 60;
const MOST_NODES = 8;

/** What can be changed in a scenario from a step on; nodes beyond the first eight are not offered one by one. */
export function changesAt(scenario: Scenario, step: number): Change[] {
  return [
    ...arrivals(scenario, step),
    ...scenario.nodes.slice(0, MOST_NODES).map(({ name }) => ({
      label: `Node ${name} is lost`,
      intervention: { step, node: name, is: 'lost' as const }
    })),
    ...presets.flatMap((preset) =>
      preset === scenario.policy.preset
        ? []
        : [{ label: `It works like ${presetNames[preset]} from here on`, intervention: { step, policy: { preset } } }]
    ),
    ...(scenario.autoscaler === undefined
      ? []
      : [{ label: 'Scale-up fails from here on', intervention: { step, autoscaler: 'fails' as const } }])
  ];
}

const presets = Object.keys(presetNames) as Preset[];

/** One more job that asks for one of the dearest resource: an ordinary one, and one that goes before all others. */
function arrivals(scenario: Scenario, step: number): Change[] {
  const resource = scenario.resources.at(-1);
  if (resource === undefined) return [];
  const asks = { limits: { [resource]: resource === 'memory' ? '1Gi' : 1 } };
  const service = `${SERVICE_TICKS * scenario.tickMillis}ms`;
  const highest = scenario.kinds.reduce((most, { priority }) => Math.max(most, priority), 0);
  const what = shortName(resource);
  return [
    {
      label: `Another job takes ${what} as soon as it can`,
      intervention: {
        step,
        arrives: { name: nameFor(scenario, 'other'), service, preemptionPolicy: 'Never', resources: asks }
      }
    },
    {
      label: `A job of higher priority asks for ${what}`,
      intervention: {
        step,
        arrives: { name: nameFor(scenario, 'urgent'), service, priority: highest + 1, resources: asks }
      }
    }
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
