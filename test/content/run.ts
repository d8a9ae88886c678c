import { jobTimes } from '#lib/allocator/metrics/index.ts';
import { Cursor, jobName } from '#lib/allocator/trace/index.ts';
import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import { runContent } from '../kit.ts';

/** What a run of the content lets a test claim of it, by names and ticks. */
export interface ToldRun {
  readonly run: FinishedRun;
  /** First tick at which each job held its resources; undefined where it never did. */
  readonly starts: Readonly<Record<string, number | undefined>>;
  readonly ends: Readonly<Record<string, number | undefined>>;
  readonly finished: Readonly<Record<string, string | undefined>>;
  /** `0:05 Job b waits: …`, step by step. */
  readonly lines: readonly string[];
  /** What the tracker says at the end of a tick. */
  at(label: string, tick: number): string | undefined;
}

/** Runs a scenario of the content and tells what it shows. */
export function tellContent(id: string): ToldRun {
  const run = runContent(id);
  const { trace } = run;
  const world = new Cursor(trace).seek(trace.last);
  const times = jobTimes(trace).map((t) => ({ ...t, name: jobName(world, t.job) }));
  const view = viewRun(run);
  const steps = Array.from({ length: trace.last + 1 }, (_, step) => view.at(step));
  return {
    run,
    starts: Object.fromEntries(times.map(({ name, start }) => [name, start])),
    ends: Object.fromEntries(times.map(({ name, end }) => [name, end])),
    finished: Object.fromEntries(times.map(({ name, finished }) => [name, finished])),
    lines: steps.map(({ clock, sentence }) => `${clock} ${sentence}`),
    at(label, tick) {
      const step = steps.findLastIndex((s) => s.tick <= tick);
      return view.tracker.find((row) => row.label === label)?.values[step];
    }
  };
}

/** What kube-scheduler says of a job the last time that it fits nowhere. */
export const lastMessage = ({ run }: ToldRun, job: string): string | undefined =>
  Array.from({ length: run.trace.last }, (_, i) => run.evidenceAt(i + 1)).findLast(
    (e) => e?.job === job && e.failedScheduling !== undefined
  )?.failedScheduling;
