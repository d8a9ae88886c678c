import type { EventName, GuardName, StateName, Status } from '#lib/allocator/lifecycle/index.ts';

/** One box of the strip: the five steps of the happy path and the ways the No branch can go. */
export type BoxId = 'request' | 'check' | 'allocate' | 'run' | 'release' | 'wait' | 'scale' | 'preempt' | 'reject';

/** A box of the strip and the jobs that stand in it now. `current` marks the box of this step. */
export interface StripBox {
  readonly id: BoxId;
  readonly label: string;
  readonly current: boolean;
  readonly jobs: readonly string[];
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

/** A guard of the check, in the order asked. `asked` is false for those behind the first that holds. */
export interface WhyGuard {
  readonly guard: GuardName | 'mustQueue';
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

/** Why a step went as it did. */
export interface Why {
  /** `Is there room for job b?` */
  readonly question: string;
  readonly answer: string;
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
  readonly board: readonly BoardRow[];
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

/** One run, ready to show: what a page needs and nothing it must compute. */
export interface RunView {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly seed: number;
  /** Number of the last step; step 0 is before anything happens. */
  readonly last: number;
  at(step: number): StepView;
  readonly tracker: readonly TrackerRow[];
  readonly keyMoments: readonly KeyMoment[];
}

/** A `RunView` as data: what a page ships when the run is computed at build. */
export interface RunData extends Omit<RunView, 'at'> {
  readonly steps: readonly StepView[];
}

/** Opens shipped run data as a `RunView`. Throws RangeError for a step outside 0 to `last`. */
export function openRun(data: RunData): RunView {
  return {
    ...data,
    at(step) {
      const view = data.steps[step];
      if (view === undefined) throw new RangeError(`step ${step} is not one of 0 to ${data.last}`);
      return view;
    }
  };
}
