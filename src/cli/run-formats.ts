import { figuresOf, jobTimes, metricsOf } from '#lib/allocator/metrics/index.ts';
import type { ScenarioFile } from '#lib/allocator/scenario/index.ts';
import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import {
  change,
  Cursor,
  isTransition,
  jobName,
  nodeOf,
  words,
  type Rec,
  type World
} from '#lib/allocator/trace/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';

/** How a finished run is printed, by the name of the format. */
export const formats: Readonly<Record<'table' | 'tracker' | 'json' | 'csv' | 'metrics', Format>> = {
  table,
  tracker,
  json,
  csv,
  metrics
};
type Format = (run: FinishedRun, file: ScenarioFile) => string;

export const isFormat = (name: string): name is keyof typeof formats => name in formats;

/** A record as the outside reads it. `amounts` are whole: millicores, bytes, devices; of all pods that the record moves. */
interface JsonRecord {
  readonly step: number;
  readonly tick: number;
  readonly job?: string;
  readonly from?: string;
  readonly event: string;
  readonly to?: string;
  readonly node?: string;
  readonly pods?: number;
  readonly amounts?: Readonly<Record<string, number>>;
  readonly evidence?: unknown;
}

/** Every record in words, in order, with the world behind it; evidence only where it is asked for. */
function jsonRecords(run: FinishedRun, withEvidence: boolean): JsonRecord[] {
  const cursor = new Cursor(run.trace);
  const records: JsonRecord[] = [];
  for (let step = 1; step <= run.trace.last; step++) {
    const world = cursor.seek(step);
    for (const record of run.trace.recordsOf(step)) records.push(jsonRecord(run, world, record, withEvidence));
  }
  return records;
}

function jsonRecord(run: FinishedRun, world: World, record: Rec, withEvidence: boolean): JsonRecord {
  const { from, event, to } = words(record);
  const aboutJob = isTransition(record.kind) || !clusterChanges.has(record.kind);
  const onNode = record.node >= 0 && record.kind !== change.request;
  const moves = onNode && aboutJob && record.kind !== change.nominate;
  const evidence = withEvidence && to === 'checking' ? run.evidenceAt(record.step) : undefined;
  return {
    step: record.step,
    tick: record.tick,
    ...(aboutJob ? { job: jobName(world, record.subject) } : {}),
    ...(from === undefined ? {} : { from }),
    event,
    ...(to === undefined ? {} : { to }),
    ...(onNode ? { node: nodeOf(world.scenario, record.node).name } : {}),
    ...(record.pods > 0 ? { pods: record.pods } : {}),
    ...(moves ? { amounts: amounts(world, record) } : {}),
    ...(evidence === undefined ? {} : { evidence })
  };
}

const clusterChanges: ReadonlySet<number> = new Set([
  change.nodeUp,
  change.nodeDown,
  change.provision,
  change.provisionFailed,
  change.replicas
]);

function amounts(world: World, { subject, pods }: Rec): Record<string, number> {
  return Object.fromEntries(
    world.scenario.resources.flatMap((r, i) => {
      const each = world.asks(subject, i);
      return each > 0 ? [[r, each * Math.max(1, pods)]] : [];
    })
  );
}

function json(run: FinishedRun, file: ScenarioFile): string {
  const out = { format: 1, scenario: file, end: run.end, steps: run.trace.last, records: jsonRecords(run, true) };
  return `${JSON.stringify(out, null, 1)}\n`;
}

function csv(run: FinishedRun): string {
  const cell = (value: string | number | undefined): string => (value === undefined ? '' : `${value}`);
  const rows = jsonRecords(run, false).map((r) =>
    [r.step, r.tick, r.job, r.from, r.event, r.to, r.node, r.pods].map(cell).join(',')
  );
  return `step,tick,job,from,event,to,node,pods\n${rows.map((row) => `${row}\n`).join('')}`;
}

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
