import type { Problem } from '#lib/base/input/index.ts';
import { readScenario, readScenarioFile, sizeOf } from '#lib/allocator/scenario/index.ts';

/** What a page steps through while somebody waits for it. */
const stepped = { pods: 5_000, nodes: 200 } as const;

/** Characters that are read on a page: far more than anybody writes by hand. */
export const MOST_CHARACTERS = 200_000;

/** What keeps a text from being run here, found at a cost that keeps a page awake, whatever counts stand in it. */
export function check(text: string): readonly Problem[] {
  if (text.length > MOST_CHARACTERS)
    return [tooLarge(`${text.length} characters are too many for a page, which reads at most ${MOST_CHARACTERS}`)];
  const read = readScenarioFile(text);
  if (!read.ok) return read.problems;
  const { pods, nodes } = sizeOf(read.file);
  if (pods > stepped.pods) return [tooLarge(`${pods} pods are too many to step through, at most ${stepped.pods} are`)];
  if (nodes > stepped.nodes)
    return [tooLarge(`${nodes} nodes are too many to step through, at most ${stepped.nodes} are`)];
  const whole = readScenario(text);
  return whole.ok ? [] : whole.problems;
}

const tooLarge = (what: string): Problem => ({
  line: 1,
  col: 1,
  path: '',
  message: `${what}: run it from the command line`
});
