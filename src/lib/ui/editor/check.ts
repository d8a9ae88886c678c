import type { Problem } from '#lib/base/input/index.ts';
import { isManifest } from '#lib/allocator/manifest/detect.ts';
import { readScenario, readScenarioFile, sizeOf, type ScenarioFile } from '#lib/allocator/scenario/index.ts';

/** What a page steps through while somebody waits for it. Beyond that a run is only counted. */
const stepped = { pods: 5_000, nodes: 200 } as const;

/** Characters that are read on a page: far more than anybody writes by hand. */
export const MOST_CHARACTERS = 200_000;

/** What is wrong with a text, and how it can be run. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** The file of a scenario so large that it is checked in full, and counted, in the worker alone. */
  readonly large: ScenarioFile | undefined;
}

/** Checks a text at a cost that keeps a page awake, whatever counts stand in it. */
export function check(text: string): Checked {
  if (text.length > MOST_CHARACTERS) return { problems: [tooLong(text)], large: undefined };
  if (isManifest(text)) return { problems: [unconverted], large: undefined };
  const read = readScenarioFile(text);
  if (!read.ok) return { problems: read.problems, large: undefined };
  const { pods, nodes } = sizeOf(read.file);
  if (pods > stepped.pods || nodes > stepped.nodes) return { problems: [], large: read.file };
  const whole = readScenario(text);
  return { problems: whole.ok ? [] : whole.problems, large: undefined };
}

const unconverted: Problem = {
  line: 1,
  col: 1,
  path: '',
  message: 'a manifest is not run as it is: turn it into a scenario first'
};

const tooLong = (text: string): Problem => ({
  line: 1,
  col: 1,
  path: '',
  message: `${text.length} characters are too many for a page, which reads at most ${MOST_CHARACTERS}: run it from the command line`
});
