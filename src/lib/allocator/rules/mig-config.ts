/**
 * Cutting up a whole card: which instances go together, and the layout that mig-parted offers for mixed use.
 *
 * Source: NVIDIA/mig-parted `pkg/mig/config` and `pkg/mig/builder/balanced.go`, commit bd7160f.
 *
 * @module
 */

import { type MigInstance, migStarts } from './mig.ts';
import { type MigCard, type MigProfile, migProfile } from './mig-profiles.ts';

/** One way to have all the profiles on a card at once, largest first; undefined where there is none. */
export function migLayout(profiles: readonly MigProfile[]): MigInstance[] | undefined {
  return extend(
    [],
    [...profiles].sort((a, b) => b.size - a.size)
  );
}

function extend(placed: readonly MigInstance[], left: readonly MigProfile[]): MigInstance[] | undefined {
  const [profile, ...rest] = left;
  if (profile === undefined) return [...placed];
  for (const start of migStarts(profile, placed)) {
    const layout = extend([...placed, { profile, start }], rest);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

/** Whether a card can be cut into so many instances of each profile; mig-parted also refuses to name one 0 times. */
export function isMigConfig(on: MigCard, instances: Readonly<Record<string, number>>): boolean {
  const wanted = Object.entries(instances).map(([name, count]) => ({ profile: migProfile(on, name), count }));
  const known = wanted.flatMap(({ profile, count }) =>
    profile === undefined || count < 1 || count > profile.maxInstances ? [] : [{ profile, count }]
  );
  if (known.length < wanted.length) return false;
  return migLayout(known.flatMap(({ profile, count }) => Array<MigProfile>(count).fill(profile))) !== undefined;
}

const balancedCounts: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  4: { 1: 2, 2: 1 },
  8: { 1: 2, 2: 1, 3: 1 }
};

/**
 * The layout that mig-parted calls `all-balanced`: two `1g`, a `2g` and, on a card of 8 slices, a `3g`; of several
 * profiles with as many compute slices, the one of which a card holds most.
 */
export function balancedMig(on: MigCard): Record<string, number> {
  const counts = Object.entries(balancedCounts[on.memorySlices] ?? {});
  return Object.fromEntries(
    counts.map(([slices, count]) => {
      const alike = on.profiles.filter((p) => p.computeSlices === Number(slices));
      const most = alike.reduce((a, b) => (b.maxInstances > a.maxInstances ? b : a));
      return [most.name, count];
    })
  );
}
