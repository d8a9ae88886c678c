import type { Complaints, Path } from './complaints.ts';

/** The most nodes that a file may come to, and the most jobs that it may list; a workload may have more. */
const most = { nodes: 100_000, jobs: 1_000_000 } as const;

/** The entries, or none of them and a complaint where they come to too many. */
export function withinLimit<T>(
  entries: readonly T[],
  what: keyof typeof most,
  path: Path,
  countOf: (entry: T) => number,
  complaints: Complaints
): readonly T[] {
  const count = entries.reduce((sum, entry) => sum + countOf(entry), 0);
  if (count <= most[what]) return entries;
  complaints.add(path, `${count} ${what} are too many; at most ${most[what]} are run`);
  return [];
}
