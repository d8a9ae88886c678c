/**
 * Placing MIG instances on one card: where a profile may begin, which start is taken, and why none is left.
 *
 * Two instances never share a memory slice, and the media extensions exist once. That is all: instances that have their
 * memory slices have their compute slices too.
 *
 * @module
 */

import type { MigCard, MigProfile } from './mig-profiles.ts';
import { bestNode } from './rank.ts';

/** An instance on a card. */
export interface MigInstance {
  readonly profile: MigProfile;
  /** Its first memory slice. */
  readonly start: number;
}

/** Why a start is not possible: the instance that is in the way. */
export interface BlockedStart {
  readonly start: number;
  readonly by: MigInstance;
}

/** Why a profile has no place. */
export type MigRefusal =
  | { readonly reason: 'media-taken'; readonly by: MigInstance }
  /** With enough free slices in the wrong places, the card is fragmented; with fewer than the size, it is full. */
  | {
      readonly reason: 'full' | 'fragmented';
      readonly size: number;
      readonly freeSlices: number;
      readonly blocked: readonly BlockedStart[];
    };

const overlaps = (a: MigInstance, b: MigInstance): boolean =>
  a.start < b.start + b.profile.size && b.start < a.start + a.profile.size;

const excludes = (a: MigInstance, b: MigInstance): boolean => overlaps(a, b) || (a.profile.media && b.profile.media);

/** Starts that are left for a profile beside the instances there are, rising. As many more instances fit, but one of `+me`. */
export function migStarts(profile: MigProfile, placed: readonly MigInstance[]): number[] {
  return profile.starts.filter((start) => !placed.some((other) => excludes({ profile, start }, other)));
}

/** How many more instances of a profile fit. */
export const migRoom = (profile: MigProfile, placed: readonly MigInstance[]): number =>
  Math.min(profile.maxInstances, migStarts(profile, placed).length);

/**
 * The start to take for one more instance, and, where there is none, why. Of several starts it takes the one that rules
 * out the fewest places of other instances, then the lowest. NVIDIA documents no order; drivers were seen to fill an
 * H100 with `1g` at 6, 4, 5, 0, 1, 2, 3 and an A100 with `3g` at 4, 0, which is this one.
 */
export function placeMig(
  on: MigCard,
  profile: MigProfile,
  placed: readonly MigInstance[]
): { readonly start: number } | { readonly refusal: MigRefusal } {
  const starts = migStarts(profile, placed);
  const places = on.profiles.flatMap((p) => migStarts(p, placed).map((start) => ({ profile: p, start })));
  const cost = (start: number): number => places.filter((place) => overlaps(place, { profile, start })).length;
  const start = bestNode(starts, (a, b) => cost(a) < cost(b));
  return start === -1 ? { refusal: refusal(on, profile, placed) } : { start };
}

function refusal(on: MigCard, profile: MigProfile, placed: readonly MigInstance[]): MigRefusal {
  const media = profile.media ? placed.find((other) => other.profile.media) : undefined;
  if (media !== undefined) return { reason: 'media-taken', by: media };
  const { size } = profile;
  const freeSlices = on.memorySlices - placed.reduce((sum, other) => sum + other.profile.size, 0);
  const blocked = profile.starts.flatMap((start) => {
    const by = placed.find((other) => overlaps({ profile, start }, other));
    return by === undefined ? [] : [{ start, by }];
  });
  return { reason: freeSlices < size ? 'full' : 'fragmented', size, freeSlices, blocked };
}
