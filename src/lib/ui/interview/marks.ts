import { drillMarks, type Entry } from '#lib/teaching/progress/index.ts';

/** A prompt as far as marks go. */
export interface Marked {
  readonly id: string;
  readonly revision: number;
  readonly stages: number;
}

/** What somebody gave themselves for each prompt they answered, in per cent over the questions answered. */
export function marksOf(prompts: readonly Marked[], entries: readonly Entry[]): ReadonlyMap<string, number> {
  return new Map(
    prompts.flatMap(({ id, revision, stages }) => {
      const given = drillMarks(id, revision, stages, entries).filter((score) => score !== undefined);
      const sum = given.reduce((total, score) => total + score, 0);
      return given.length === 0 ? [] : [[id, Math.round((100 * sum) / given.length)] as const];
    })
  );
}
