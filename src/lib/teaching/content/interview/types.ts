import type { Clip } from '../runs/clip.ts';

/** A job as a candidate is told of it before anything runs. */
export interface SetupJob {
  readonly job: string;
  readonly arrives: string;
  readonly asks: string;
  /** How long it runs if nothing stops it. */
  readonly runs: string;
  /** Empty where all priorities are alike; so is the tenant where there is but one. */
  readonly priority: string;
  readonly tenant: string;
}

/** What a scenario starts from: read from the scenario, never typed. */
export interface Setup {
  readonly nodes: readonly string[];
  readonly jobs: readonly SetupJob[];
  /** What the policy goes by, a clause each. */
  readonly policy: readonly string[];
}

/** A text that is said aloud. */
export interface Spoken {
  readonly html: string;
  readonly words: number;
}

/** One question of a prompt: the first, or a follow-up that changes something and is run for real. */
export interface Stage {
  /** What is different from the first question; empty for the first itself. */
  readonly now: string;
  readonly ask: string;
  readonly setup: Setup;
  /** From the step at which the question is asked to the end. */
  readonly clip: Clip;
  readonly answer: Spoken;
  /** What a full answer names, each a fact of the run. */
  readonly rubric: readonly string[];
}

/** A question as an interviewer asks it, with its chain of follow-ups. */
export interface Prompt {
  readonly id: string;
  /** Raised when the meaning changes; marks given to an older one are then left out. */
  readonly revision: number;
  readonly title: string;
  readonly level: 'easy' | 'medium' | 'hard';
  /** The scenario it starts from. */
  readonly run: string;
  readonly stages: readonly Stage[];
}

/** One side of a trade-off: a policy, and what it came to. */
export interface Side {
  readonly name: string;
  readonly favours: string;
  readonly values: readonly string[];
}

/** Two policies on one workload. */
export interface TradeOff {
  readonly id: string;
  readonly title: string;
  readonly run: string;
  readonly figures: readonly string[];
  readonly sides: readonly [Side, Side];
  readonly say: Spoken;
}

/** A part of a plan: what to do in one go. */
export interface PlanPart {
  readonly title: string;
  readonly minutes: number;
  readonly say: string;
  readonly prompts: readonly string[];
  readonly cards: readonly string[];
}

/** What to do with the time there is. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly parts: readonly PlanPart[];
}

/** Everything of the interview drill. */
export interface Interview {
  readonly prompts: readonly Prompt[];
  readonly tradeOffs: readonly TradeOff[];
  readonly plans: readonly Plan[];
}
