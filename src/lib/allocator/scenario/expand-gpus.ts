import {
  advertised,
  GPU_RESOURCE,
  migCard,
  migLayout,
  migProfile,
  migResource,
  type MigCard
} from '#lib/allocator/rules/index.ts';
import type { Complaints, Path } from './complaints.ts';
import type { ScenarioFile } from './schema.ts';

type Body = Pick<ScenarioFile['cluster']['nodes'][number], 'allocatable' | 'gpus'>;

/** The resource that instances of a MIG profile are, each profile for itself. */
export const resourceOfProfile = (profile: string): string => migResource(profile, 'mixed');

/** What a node offers once its GPUs are cut up: the file counts cards, the allocator counts the pieces. */
export function offered({ allocatable, gpus }: Body, path: Path, complaints: Complaints): Body['allocatable'] {
  if (gpus === undefined) return allocatable;
  const cards = complaints.amount([...path, 'allocatable', GPU_RESOURCE], GPU_RESOURCE, allocatable[GPU_RESOURCE] ?? 0);
  if (cards === 0)
    complaints.add([...path, 'gpus'], `there are no cards to speak of: allocatable has no ${GPU_RESOURCE}`);
  const { timeSlicing, mps, mig } = gpus.sharing;
  if (mig === undefined) {
    const { resource, count } = advertised(GPU_RESOURCE, cards, (timeSlicing ?? mps)?.replicas ?? 1);
    return { ...allocatable, [resource]: count };
  }
  checkLayout(gpus.model, mig, [...path, 'gpus'], complaints);
  const instances: Record<string, string | number> = { ...allocatable, [GPU_RESOURCE]: 0 };
  for (const profile of mig) {
    const resource = resourceOfProfile(profile);
    instances[resource] = cards * mig.filter((other) => resourceOfProfile(other) === resource).length;
  }
  return instances;
}

/** Complains about a card that MIG does not know, profiles that it does not have, and those that it cannot hold at once. */
function checkLayout(model: string, mig: readonly string[], path: Path, complaints: Complaints): void {
  const card = cardOf(model, [...path, 'model'], complaints);
  if (card === undefined) return;
  const profiles = mig.flatMap((name, i) => {
    const profile = migProfile(card, name);
    if (profile !== undefined) return [profile];
    const known = card.profiles.map((p) => p.name).join(', ');
    complaints.add([...path, 'sharing', 'mig', i], `${model} has no MIG profile "${name}"; it has ${known}`);
    return [];
  });
  if (profiles.length === mig.length && migLayout(profiles) === undefined)
    complaints.add([...path, 'sharing', 'mig'], `one ${model} cannot hold ${mig.join(' + ')} at once`);
}

function cardOf(model: string, path: Path, complaints: Complaints): MigCard | undefined {
  try {
    return migCard(model);
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    complaints.add(path, e.message);
    return undefined;
  }
}
