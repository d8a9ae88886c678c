import type { Entry, NewEntry } from './entry.ts';

/** What somebody gave themselves for an answer said aloud: how many points of the rubric they named. */
export interface DrillMark {
  /** Id of the prompt, and the position of the question in its chain: 0 is the first. */
  readonly prompt: string;
  readonly stage: number;
  readonly revision: number;
  /** Positions of the points that were named, of so many. */
  readonly named: readonly number[];
  readonly points: number;
}

const itemOf = (prompt: string, stage: number): string => `interview/${prompt}/${stage}`;

/** The entry for a mark given now; `at` in milliseconds since 1970. */
export const drillEntry = ({ prompt, stage, revision, named, points }: DrillMark, at: number): NewEntry => ({
  at,
  kind: 'drill',
  item: itemOf(prompt, stage),
  revision,
  attempt: `interview/${prompt}`,
  response: [...named],
  score: named.length / points,
  confidence: null,
  hints: 0
});

/** The last marks given to the questions of a prompt, by position, 0 to 1; those of older revisions are left out. */
export function drillMarks(
  prompt: string,
  revision: number,
  stages: number,
  entries: readonly Entry[]
): readonly (number | undefined)[] {
  const own = entries.filter((entry) => entry.kind === 'drill' && entry.revision === revision);
  return Array.from(
    { length: stages },
    (_, stage) => own.findLast(({ item }) => item === itemOf(prompt, stage))?.score
  );
}
