import { balancedMig, isMigConfig } from '#lib/allocator/rules/mig-config.ts';
import { type MigInstance, migRoom, placeMig } from '#lib/allocator/rules/mig.ts';
import { type MigCard, migCard, type MigProfile, migProfile } from '#lib/allocator/rules/mig-profiles.ts';
import { type Case, differences, UnknownKind } from '../case-kit.ts';

function profileNamed(card: MigCard, name: string): MigProfile {
  const profile = migProfile(card, name);
  if (profile === undefined) throw new Error(`${card.model} has no profile ${name}`);
  return profile;
}

function profileWithId(card: MigCard, id: number): MigProfile {
  const profile = card.profiles.find((p) => p.id === id);
  if (profile === undefined) throw new Error(`${card.model} has no profile ${id}`);
  return profile;
}

function room(card: MigCard, c: Case): number {
  const placed = (c['placed'] as { profile: string; start: number }[]).map(({ profile, start }) => ({
    profile: profileNamed(card, profile),
    start
  }));
  return migRoom(profileNamed(card, c['profile'] as string), placed);
}

/** The starts taken one after the other by as many instances as the case observed. */
function startsInTurn(card: MigCard, c: Case): number[] {
  const name = /\d+g\.\d+gb(\+me)?/.exec(c['request'] as string)?.[0] ?? '';
  const profile = profileNamed(card, name);
  const placed: MigInstance[] = [];
  for (;;) {
    const place = placeMig(card, profile, placed);
    if (!('start' in place)) return placed.map(({ start }) => start);
    placed.push({ profile, start: place.start });
  }
}

function answer(c: Case): unknown {
  const card = migCard(c['gpu'] as string);
  switch (c.kind) {
    case 'profile':
    case 'profileMock': {
      const profile = profileNamed(card, c['profile'] as string);
      return { ...profile, ...profile.measured };
    }
    case 'placement':
      return profileWithId(card, c['profileId'] as number);
    case 'config':
      return { valid: isMigConfig(card, c['instances'] as Record<string, number>) };
    case 'room':
      return { moreInstances: room(card, c) };
    case 'observedOrder':
      return { starts: startsInTurn(card, c) };
    case 'balanced':
      return { instances: balancedMig(card) };
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Topic `mig`: profiles, placements, configurations and layouts of one card. */
export const check = (c: Case) => differences(c.expect, answer(c));
