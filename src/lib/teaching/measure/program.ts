import { stateId, table } from '#lib/allocator/lifecycle/index.ts';
import { readScenarioData } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { change, isTransition, type Rec } from '#lib/allocator/trace/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import type { Family } from './family.ts';
import { atOnce, eachItsOwn, submitAndWait } from './loops.ts';
import type { ParameterId, Values } from './parameter.ts';

/** What of a job's life a program takes part in. */
type Happening = 'request' | 'allocate' | 'start' | 'end';

/** What a program does when something happens to a job: the lines that it runs, and the one at which it then stands. */
interface Doing {
  readonly runs: readonly number[];
  readonly at: number;
}

/** The program takes no notice: it stands where it stood. */
const nothing = undefined;

/** A program that asks the allocator for resources: its lines, and which of them a record stands for. */
export interface Program<P extends ParameterId = ParameterId> {
  readonly id: string;
  readonly title: string;
  /** Pseudo-code, indented by two spaces a level. */
  readonly lines: readonly string[];
  /** What the allocator runs for it. */
  readonly family: Family<P>;
  readonly does: Readonly<Record<Happening, Doing | undefined>>;
}

/** The loop of the course page: three calls for each task. */
export const allocateRunRelease: Program<'D' | 'a' | 'r'> = {
  id: 'allocate-run-release',
  title: 'Allocate, run, release for each task',
  lines: ['for task in tasks:', '  gpu = allocate()', '  run(task, gpu)', '  release(gpu)'],
  family: eachItsOwn,
  does: {
    request: { runs: [0, 1], at: 1 },
    allocate: nothing,
    start: { runs: [2], at: 2 },
    end: { runs: [3], at: 3 }
  }
};

/** The other loop of the course pages: a job at a time. */
export const submitThenWait: Program<'D' | 'p'> = {
  id: 'submit-then-wait',
  title: 'Submit a job and wait for it',
  lines: ['for job in jobs:', '  submit(job)', '  wait until it has ended'],
  family: submitAndWait,
  does: {
    request: { runs: [0, 1], at: 1 },
    allocate: { runs: [2], at: 2 },
    start: nothing,
    end: nothing
  }
};

/** The answer to "what if all were submitted at once?": as many submissions, and one wait. */
export const submitAllThenWait: Program<'D' | 'p'> = {
  id: 'submit-all-then-wait',
  title: 'Submit all jobs, then wait',
  lines: ['for job in jobs:', '  submit(job)', 'wait until each of them has ended'],
  family: atOnce,
  does: {
    request: { runs: [0, 1], at: 1 },
    allocate: nothing,
    start: nothing,
    end: { runs: [2], at: 2 }
  }
};

/** A step of the run, as the program sees it. */
export interface Moment {
  /** Step of the allocator's run. */
  readonly step: number;
  /** Index of the line at which the program stands. */
  readonly line: number;
  /** How often each line has run, this step included. */
  readonly counts: readonly number[];
  /** What the allocator did. */
  readonly sentence: string;
}

/**
 * Runs a program line by line: one moment for each step of the allocator's run of its tasks. Lines are counted by the
 * records, so a task that never gets its resource never reaches the lines behind.
 *
 * @param n number of tasks; a program is stepped through by hand, so a few
 * @throws {RangeError} for values that make no scenario
 */
export function momentsOf<P extends ParameterId>(program: Program<P>, n: number, values: Values<P>): Moment[] {
  const read = readScenarioData(program.family.scenario(n, values));
  if (!read.ok) throw new RangeError(read.problems.map(({ message }) => message).join('; '));
  const finished = run(read.scenario);
  const { trace } = finished;
  const counts = program.lines.map(() => 0);
  let line = 0;
  return viewRun(finished)
    .said(1, trace.last)
    .map(({ step, sentence }) => {
      for (const record of trace.recordsOf(step)) {
        const happening = happeningOf(record);
        const doing = happening && program.does[happening];
        for (const ran of doing?.runs ?? []) counts[ran]!++;
        line = doing?.at ?? line;
      }
      return { step, line, counts: [...counts], sentence };
    });
}

function happeningOf({ kind }: Rec): Happening | undefined {
  if (kind === change.request) return 'request';
  if (!isTransition(kind)) return undefined;
  const { to } = table.transitions[kind] as (typeof table.transitions)[number];
  if (to === stateId.allocated) return 'allocate';
  if (to === stateId.running) return 'start';
  return table.final[to] === true ? 'end' : undefined;
}
