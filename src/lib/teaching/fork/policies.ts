import { parse } from 'yaml';
import type { Preset, ScenarioInput } from '#lib/allocator/scenario/index.ts';

/** What each preset is called in the middle of a sentence. */
export const presetNames: Readonly<Record<Preset, string>> = {
  textbook: 'a textbook queue',
  kubernetes: 'Kubernetes',
  kueue: 'Kueue',
  slurm: 'Slurm',
  mesos: 'Mesos'
};

/** A policy that a scenario can be run under instead of its own. */
export interface NamedPolicy {
  /** As it stands in an address. */
  readonly id: string;
  readonly name: string;
  /** As a scenario file has it; undefined for the scenario's own. */
  readonly policy: ScenarioInput['policy'];
}

/** The scenario's own policy first, then the presets, then single ideas on top of a preset. */
export const policies: readonly NamedPolicy[] = [
  { id: 'own', name: 'As written', policy: undefined },
  { id: 'textbook', name: 'Textbook queue', policy: { preset: 'textbook' } },
  ...(['kubernetes', 'kueue', 'slurm', 'mesos'] as const).map((preset) => ({
    id: preset,
    name: presetNames[preset],
    policy: { preset }
  })),
  { id: 'pass-over', name: 'Queue that passes over', policy: { preset: 'textbook', blocked: 'skip' } },
  { id: 'easy', name: 'EASY backfill', policy: { preset: 'textbook', blocked: 'easy' } },
  { id: 'shortest-first', name: 'Shortest first', policy: { preset: 'textbook', order: 'shortest-first' } },
  {
    id: 'shortest-remaining',
    name: 'Shortest remaining',
    policy: { preset: 'textbook', order: 'shortest-remaining', preemption: 'lower-priority' }
  },
  { id: 'round-robin', name: 'Round robin', policy: { preset: 'textbook', order: 'round-robin' } },
  { id: 'fair-share', name: 'Fair share', policy: { preset: 'textbook', order: 'fair-share' } },
  { id: 'packed', name: 'Kubernetes, packed', policy: { preset: 'kubernetes', rank: 'most-allocated' } }
];

export const FEWEST_COMPARED = 2;
/** More are no longer compared by eye. */
export const MOST_COMPARED = 4;

/** The policies that a link compares, and what it asks for beside them, a sentence each. */
export interface ReadPolicies {
  readonly chosen: readonly NamedPolicy[];
  readonly troubles: readonly string[];
}

/** Reads `?compare=` of a link, ids with commas between. Each policy counts once; the first four do. */
export function readPolicies(value: string): ReadPolicies {
  const ids = [...new Set(value.split(',').filter((id) => id !== ''))];
  const known = ids.flatMap((id) => policies.find((policy) => policy.id === id) ?? []);
  const unknown = ids.length - known.length;
  const troubles = [
    ...(unknown > 0 ? [`${unknown} of the policies in this link ${unknown === 1 ? 'is' : 'are'} not known here.`] : []),
    ...(known.length > MOST_COMPARED ? [`The first ${MOST_COMPARED} policies of this link are compared.`] : [])
  ];
  return { chosen: known.slice(0, MOST_COMPARED), troubles };
}

/** What a scenario is first compared with: its own policy, and a preset that it does not have. */
export function firstPair(source: string): string {
  const { policy } = parse(source) as ScenarioInput;
  return policy?.preset === 'kubernetes' ? 'own,slurm' : 'own,kubernetes';
}
