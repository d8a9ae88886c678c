import type { RunItem } from '#lib/teaching/predict/index.ts';

/** A part of a class without a run: what to do, and for how many minutes. */
export interface ClassTalk {
  readonly minutes: number;
  readonly text: string;
}

/** One run with a vote: what the teacher does around it, and the question that the run gives. */
export interface ClassRound {
  readonly run: string;
  readonly title: string;
  readonly minutes: number;
  readonly lead: string;
  readonly discuss: string;
  readonly after: string;
  /** Asked at this step; the next one shows the answer. */
  readonly step: number;
  readonly question: Pick<RunItem, 'stem' | 'options'>;
}

export interface ClassPlan {
  readonly opening: ClassTalk;
  readonly rounds: readonly ClassRound[];
  readonly closing: ClassTalk;
}

/** How long the whole class takes, in minutes. */
export const planMinutes = ({ opening, rounds, closing }: ClassPlan): number =>
  opening.minutes + rounds.reduce((sum, { minutes }) => sum + minutes, 0) + closing.minutes;
