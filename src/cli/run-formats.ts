import { figuresOf, jobTimes, metricsOf } from '#lib/allocator/metrics/index.ts';
import type { ScenarioFile } from '#lib/allocator/scenario/index.ts';
import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { Cursor, jobName, recordsCsv, recordsJson } from '#lib/allocator/trace/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';

/** How a finished run is printed, by the name of the format. */
export const formats: Readonly<Record<'table' | 'tracker' | 'json' | 'csv' | 'metrics', Format>> = {
  table,
  tracker,
  json: (run, file) => recordsJson(run, file, run.end),
  csv: recordsCsv,
  metrics
};
type Format = (run: FinishedRun, file: ScenarioFile) => string;

export const isFormat = (name: string): name is keyof typeof formats => name in formats;

/** Columns as wide as their widest cell, two spaces apart. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, c) => cell.padEnd(widths[c] ?? 0))
          .join('  ')
          .trimEnd()}\n`
    )
    .join('');
}

function table(run: FinishedRun): string {
  const view = viewRun(run);
  const rows = [['Step', 'Time', 'Action', 'State before', 'Condition', 'Result', 'State after']];
  for (let step = 1; step <= view.last; step++) {
    const row = view.at(step).row;
    if (row !== undefined)
      rows.push([`${step}`, row.clock, row.action, row.before, row.condition, row.result, row.after]);
  }
  return aligned(rows);
}

function tracker(run: FinishedRun): string {
  const view = viewRun(run);
  const steps = Array.from({ length: view.last + 1 }, (_, step) => (step === 0 ? 'Start' : `Step ${step}`));
  return aligned([['Variable', ...steps], ...view.tracker.map(({ label, values }) => [label, ...values])]);
}

function metrics(run: FinishedRun): string {
  const { trace } = run;
  const world = new Cursor(trace).seek(trace.last);
  const jobs = jobTimes(trace).map((times) => {
    const figures = figuresOf(times);
    return {
      job: jobName(world, times.job),
      arrival: times.arrival,
      start: times.start ?? null,
      end: times.end ?? null,
      state: times.finished ?? null,
      wait: figures?.wait ?? null,
      turnaround: figures?.turnaround ?? null,
      slowdown: figures?.slowdown ?? null
    };
  });
  return `${JSON.stringify({ ...metricsOf(trace), tickMillis: trace.scenario.tickMillis, counts: run.counts, perJob: jobs }, null, 1)}\n`;
}
