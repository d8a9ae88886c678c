import type { Said } from './transcript.ts';
import type { EventName, GuardName, StateName, Status } from '#lib/allocator/lifecycle/index.ts';

/** One box of the strip: the five steps of the happy path and the ways the No branch can go. */
export type BoxId = 'request' | 'check' | 'allocate' | 'run' | 'release' | 'wait' | 'scale' | 'preempt' | 'reject';

/** A box of the strip and the jobs that stand in it now. `current` marks the box of this step. */
export interface StripBox {
  readonly id: BoxId;
  readonly label: string;
  readonly current: boolean;
  /** The first of them by name, in order of arrival. */
  readonly jobs: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** One line of the departures board. Every field is ready to show. */
export interface BoardRow {
  readonly job: string;
  readonly state: StateName;
  readonly status: Status;
  /** `waiting`, `running`: the state in a learner's words. */
  readonly words: string;
  /** When it entered this state, `0:04`. */
  readonly since: string;
  /** What it asks for, `1 GPU`. */
  readonly ask: string;
  /** The node it holds, or why it has none: `node-a`, `node-a has 0 free`. */
  readonly where: string;
  /** Whether this step changed it. */
  readonly changed: boolean;
}

/** A figure that a step changes: `GPU free on node-a`, from `1` to `0`. */
export interface Change {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** One row of the process table. */
export interface TableRow {
  readonly step: number;
  readonly clock: string;
  readonly job: string;
  readonly action: string;
  readonly before: string;
  readonly condition: string;
  readonly result: string;
  readonly after: string;
  readonly changes: readonly Change[];
}

/** One variable of the status tracker: its value after each step, step 0 first. */
export interface TrackerRow {
  readonly label: string;
  readonly values: readonly string[];
}

/** A guard of the check or of the release, in the order asked. `asked` is false for those behind the first that holds. */
export interface WhyGuard {
  readonly guard: GuardName | 'mustQueue' | 'otherwise';
  readonly words: string;
  readonly asked: boolean;
  readonly holds: boolean;
  /** The numbers compared, `asks 1 GPU, most free on one node is 0`; empty where there are none. */
  readonly numbers: string;
  /** Where it would have led: the branch not taken. */
  readonly to: StateName;
}

/** What the check said of one node. */
export interface WhyNode {
  readonly node: string;
  readonly fits: boolean;
  readonly chosen: boolean;
  /** `asks 1 GPU, 0 of 1 free`. */
  readonly reason: string;
}

/** A figure that a step went by, `Exit code`, `137: killed at its memory limit`. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Why a step went as it did. */
export interface Why {
  /** `Is there room for job b?` */
  readonly question: string;
  /** The verdict of a check; of any other step what came of it. */
  readonly answer: string;
  /** What was compared where no guard was asked; empty for a check. */
  readonly facts: readonly Fact[];
  readonly guards: readonly WhyGuard[];
  readonly nodes: readonly WhyNode[];
  /** The same in the real systems' own words, where they have them. */
  readonly real: readonly { readonly system: 'kubectl describe' | 'squeue'; readonly text: string }[];
}

/** Everything the screen says of one step. */
export interface StepView {
  readonly step: number;
  readonly tick: number;
  readonly clock: string;
  /** The one sentence of this step. */
  readonly sentence: string;
  readonly event: EventName | 'request' | undefined;
  /** State of the chart that the step's job stands in afterwards, and the one it came from. */
  readonly state: StateName | undefined;
  readonly from: StateName | undefined;
  readonly strip: readonly StripBox[];
  /** The lines that matter most now, in order of arrival. */
  readonly board: readonly BoardRow[];
  /** Jobs that have joined and have no line on the board, and those of them that wait. */
  readonly offBoard: number;
  readonly waitingOffBoard: number;
  readonly row: TableRow | undefined;
  readonly why: Why | undefined;
  /** Whether what comes next is a decision worth predicting. */
  readonly decision: boolean;
}

/** A step worth jumping to. */
export interface KeyMoment {
  readonly step: number;
  readonly title: string;
  readonly text: string;
}

/** What a step is marked as on a scale of the run: by what it does to who holds what. */
export type MarkKind = 'allocate' | 'wait' | 'scale' | 'preempt' | 'release' | 'kill';

/** A step that gives, takes or refuses something. `job` is empty for a change of the cluster. */
export interface Mark {
  readonly step: number;
  readonly tick: number;
  readonly kind: MarkKind;
  readonly job: string;
}

export type BarState = 'waiting' | 'allocated' | 'running' | 'stopping';

/** One job in one state in one place, from tick to tick and from its step up to, not including, `until`. */
export interface Bar {
  readonly job: string;
  readonly state: BarState;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly until: number;
}

/** Bars in order, none overlapping: an array of them, or what makes each as it is asked for. */
export interface Bars {
  readonly length: number;
  /** Undefined outside of 0 to `length`. */
  at(index: number): Bar | undefined;
}

/** One place of a node, or of the queue, with those who held it. */
export interface Lane<B extends Bars = readonly Bar[]> {
  readonly node: string;
  readonly label: string;
  /** Whether the place is there while nobody has it. */
  readonly device: boolean;
  readonly bars: B;
}

/** The whole run as bars over time. `end` is its last tick, `clock` the same to read. */
export interface Timeline<B extends Bars = readonly Bar[]> {
  readonly end: number;
  readonly clock: string;
  readonly lanes: readonly Lane<B>[];
  readonly queue: readonly Lane<B>[];
}

/** A place of a node and who has it; `job` is empty where it is free. */
export interface Cell {
  readonly label: string;
  readonly job: string;
  readonly state: BarState | 'free';
  readonly changed: boolean;
}

/** What of a node's resource is booked and, where the scenario says it, used. Shares are of what the node offers. */
export interface Booking {
  readonly label: string;
  readonly booked: string;
  readonly of: string;
  readonly share: number;
  readonly used?: { readonly amount: string; readonly share: number };
}

export interface ClusterNode {
  readonly node: string;
  readonly up: boolean;
  readonly cells: readonly Cell[];
  readonly bookings: readonly Booking[];
}

/** A figure of the run up to a step, ready to show, with what it means. */
export interface NumberRow {
  readonly label: string;
  readonly value: string;
  readonly about: string;
}

/** One job of those that a run starts from, ready to show. */
export interface SettingJob {
  readonly name: string;
  readonly arrival: string;
  readonly ask: string;
  readonly service: string;
  readonly priority: number;
  readonly tenant: string;
}

/** What a run starts from, in words: a line each for cluster, policy, quotas and what happens from outside, and the jobs. */
export interface Setting {
  readonly lines: readonly string[];
  readonly jobs: readonly SettingJob[];
  /** Jobs that are not listed. */
  readonly moreJobs: number;
}

/** What a page ships of a run beside its steps. */
interface RunFacts {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  /** What to look for while it runs; may be empty. */
  readonly look: string;
  readonly setting: Setting;
  readonly seed: number;
  /** Number of the last step; step 0 is before anything happens. */
  readonly last: number;
  /** Lines that the board has at most in this run. */
  readonly boardLines: number;
  readonly keyMoments: readonly KeyMoment[];
  /** Every bar of the run: for runs short enough to be read as a whole. */
  readonly timeline: Timeline;
  /** The whole status tracker: for runs short enough to be read as a whole. */
  readonly tracker: readonly TrackerRow[];
}

/** One run, ready to show: what a page needs and nothing it must compute. Steps run from 0 to `last`. */
export interface RunView extends RunFacts {
  /** Throws RangeError for a step that is not of the run, as all that take one step do. */
  at(step: number): StepView;
  /**
   * Fetches what the steps around one compared: for a run too long to have it at hand, and absent from any other. Until
   * then less is said of a step. Resolves when there is more to say, or why there is not; undefined where all is there.
   */
  readonly fetch?: (step: number) => Promise<void> | undefined;
  /** Whether what follows a step is a decision worth predicting. */
  decidesAfter(step: number): boolean;
  /** Rows of the process table for the steps `from` to `to`; step 0 has none. */
  rows(from: number, to: number): readonly TableRow[];
  /** The status tracker for the steps `from` to `to`: the cluster's figures, and the jobs that anything happens to. */
  track(from: number, to: number): readonly TrackerRow[];
  /** The sentences of the steps `from` to `to`. */
  said(from: number, to: number): readonly Said[];
  marks(from: number, to: number): readonly Mark[];
  /** The timeline of a run of any length. */
  readonly overTime: Timeline<Bars>;
  /** How many nodes are there, or have been, at a step. */
  nodeCount(step: number): number;
  /** Those of them from index `from` up to, not including, `to`. */
  nodes(step: number, from: number, to: number): readonly ClusterNode[];
  numbers(step: number): readonly NumberRow[];
}

/** A `RunView` as data: what a page ships when the run is computed at build. */
export interface RunData extends RunFacts {
  readonly steps: readonly StepView[];
  readonly allMarks: readonly Mark[];
  readonly allNodes: readonly (readonly ClusterNode[])[];
  readonly allNumbers: readonly (readonly NumberRow[])[];
}
