import type { Problem } from '#lib/base/input/index.ts';
import { isManifest } from '#lib/allocator/manifest/detect.ts';
import { readScenario, readScenarioFile, sizeOf, type ScenarioFile } from '#lib/allocator/scenario/index.ts';

/** What is read in full at every keystroke. What is larger is read in full when it is run, in the worker. */
export const readHere = { pods: 5_000, nodes: 200 } as const;

/** What is run with its records, a million or so. What is larger is only counted. */
export const stepped = { pods: 200_000, nodes: 200 } as const;

/** Characters that are read on a page: far more than anybody writes by hand. */
export const MOST_CHARACTERS = 200_000;

/** What is wrong with a text, and how it can be run. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** How much is made of it: all is checked here, some only when it runs, or its run is only counted. */
  readonly size: 'small' | 'large' | Counted;
}

/** A scenario so large that its run is only counted. */
export interface Counted {
  readonly file: ScenarioFile;
}

/** Checks a text at a cost that keeps a page awake, whatever counts stand in it. */
export function check(text: string): Checked {
  if (text.length > MOST_CHARACTERS) return { problems: [tooLong(text)], size: 'small' };
  if (isManifest(text)) return { problems: [unconverted], size: 'small' };
  const read = readScenarioFile(text);
  if (!read.ok) return { problems: read.problems, size: 'small' };
  const size = sizeOf(read.file);
  if (exceeds(size, stepped)) return { problems: [], size: { file: read.file } };
  if (exceeds(size, readHere)) return { problems: [], size: 'large' };
  const whole = readScenario(text);
  return { problems: whole.ok ? [] : whole.problems, size: 'small' };
}

type Size = ReturnType<typeof sizeOf>;

const exceeds = (size: Size, most: Size): boolean => size.pods > most.pods || size.nodes > most.nodes;

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
