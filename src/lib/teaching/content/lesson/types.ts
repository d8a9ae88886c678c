import type { QuantityId } from '#lib/teaching/measure/index.ts';
import type { Clip, Frame } from '../runs/clip.ts';

/** One answer to a question of a lesson. `html` and `why` are ready to show. */
export interface Answer {
  /** What the run would have to give for this answer to be right; `yes` or `no` where a source decides. */
  readonly value: string;
  readonly html: string;
  readonly why: string;
  readonly right: boolean;
}

/** A question whose key a run or a source gives. */
export interface Question {
  /** `<lesson>/<name>`, never used again for another question. */
  readonly id: string;
  readonly html: string;
  readonly answers: readonly Answer[];
  /** What stands above the question: the step before it, or the step it asks about. */
  readonly shown: Frame | undefined;
  /** What the run does next, shown with the verdict; `undefined` where nothing moves. */
  readonly next: Frame | undefined;
  /** Id of the run that decides; `undefined` where a source does. */
  readonly run: string | undefined;
}

/** A part of a lesson, in the order in which it is read. */
export type Block =
  | { readonly kind: 'text'; readonly html: string }
  | { readonly kind: 'predict'; readonly question: Question }
  | { readonly kind: 'run'; readonly html: string; readonly clip: Clip }
  | { readonly kind: 'myth'; readonly claim: string; readonly html: string; readonly clip: Clip | undefined }
  | { readonly kind: 'example'; readonly title: string; readonly html: string }
  | { readonly kind: 'pair'; readonly title: string; readonly wrong: string; readonly right: string }
  | { readonly kind: 'loops'; readonly title: string; readonly loops: readonly Loop[]; readonly html: string };

/** What does the same steps again and again, one lane of a diagram; name and steps are ready to show. */
export interface Loop {
  readonly name: string;
  readonly steps: readonly string[];
}

/** What stands behind a heading; `id` is its anchor. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Text under a title of its own. */
export interface Titled {
  readonly title: string;
  readonly html: string;
}

/** What a lesson's text comes to; figures for its author. */
export interface Prose {
  readonly words: number;
  /** Flesch–Kincaid grade: years of school in the United States that the text asks for. */
  readonly grade: number;
}

/** What a lesson counts with more and more jobs, in its view Growth. */
export interface LessonGrowth {
  /** Id of the scenario, one of the lesson's own. */
  readonly run: string;
  /** The field of the scenario that takes the number of jobs: `jobs.0.count`. */
  readonly vary: string;
  /** What is counted first. */
  readonly count: QuantityId;
  /** The most jobs that can be chosen. */
  readonly most: number;
}

/** The head of a lesson's file. */
export interface Head {
  readonly title: string;
  readonly summary: string;
  readonly objective: string;
  readonly minutes: number;
  readonly needs: readonly string[];
  readonly runs: readonly string[];
  readonly growth?: LessonGrowth | undefined;
}

/** A lesson, read and checked. All `html` links begin at the site's root. */
export interface Lesson extends Head {
  readonly slug: string;
  /** Place on the path, from the name of the folder. */
  readonly order: number;
  /** What comes before the first heading. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
  readonly quiz: readonly Question[];
  readonly snapshot: string;
  readonly cheat: string | undefined;
  readonly deep: readonly Titled[];
  /** Ids of the terms and sources it names, in order of first use. */
  readonly terms: readonly string[];
  readonly sources: readonly string[];
  readonly prose: Prose;
}
