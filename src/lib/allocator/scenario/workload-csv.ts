import * as v from 'valibot';
import { numberText, readCsv, readWith, type CsvRow } from '#lib/base/input/index.ts';
import { DurationError, parseDuration, parseQuantity, QuantityError, toTicks } from '#lib/base/units/index.ts';
import type { Complaints } from './complaints.ts';
import { columnsOf, draftJobs } from './expand-jobs.ts';
import { defaultEntry, jobSchema, type JobEntry } from './schema.ts';
import type { Workload } from './workload.ts';

/** The columns of a trace. Times are durations, or numbers of seconds; the rest overrides what the jobs are like. */
function rowSchema(tickMillis: number) {
  const ticks = (least: number) =>
    v.pipe(
      v.string(),
      readWith((text) => {
        if (toTicks(parseDuration(text), tickMillis) < least) throw new DurationError('must be at least one tick');
        return text;
      }, DurationError)
    );
  const quantity = v.pipe(
    v.string(),
    readWith((text) => {
      if (parseQuantity(text).nano < 0n) throw new QuantityError(`must not be negative, it is ${text}`);
      return text;
    }, QuantityError)
  );
  const { name, tenant, priority } = jobSchema.entries;
  return v.strictObject({
    arrival: ticks(0),
    service: ticks(1),
    estimate: v.optional(ticks(1)),
    name: v.optional(name),
    tenant: v.optional(tenant.wrapped),
    priority: v.optional(v.pipe(numberText, priority.wrapped)),
    gpus: v.optional(v.pipe(numberText, v.integer('must be a whole number'), v.minValue(0, 'must be at least 0'))),
    cpu: v.optional(quantity),
    memory: v.optional(quantity)
  });
}

type Row = v.InferOutput<ReturnType<typeof rowSchema>>;

/** The jobs of a trace: one a row, `like` an entry of the file where one is named. Rows that ask for the same are of one kind. */
export function tracedJobs(
  csv: string,
  like: JobEntry | undefined,
  firstKind: number,
  podByPod: boolean,
  complaints: Complaints
): Workload {
  const read = readCsv(csv, rowSchema(complaints.tickMillis));
  if ('problems' in read)
    for (const { line, col, message } of read.problems)
      complaints.add(['workload', 'csv'], `line ${line}:${col} of the trace: ${message}`);
  const rows: readonly CsvRow<Row>[] = 'problems' in read ? [] : read.value;
  const kinds = new Map<string, number>();
  const entries: JobEntry[] = [];
  const drafts = rows.flatMap(({ value }, i) => {
    const entry = entryOf(value, like, `job-${i + 1}`);
    const key = JSON.stringify([entry.tenant, entry.priority, entry.resources]);
    const kind = kinds.get(key) ?? firstKind + entries.push(entry) - 1;
    kinds.set(key, kind);
    return draftJobs(entry, kind, ['workload', 'csv'], podByPod, complaints);
  });
  complaints.unique(
    'job',
    rows.flatMap(({ value }) => (value.name === undefined ? [] : [{ name: value.name, path: ['workload', 'csv'] }]))
  );
  return { entries, jobs: columnsOf(drafts) };
}

function entryOf(row: Row, like: JobEntry | undefined, name: string): JobEntry {
  const { gpus, cpu, memory, ...rest } = row;
  const requests = { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
  const limits = gpus === undefined ? {} : { 'nvidia.com/gpu': gpus };
  const asks = gpus !== undefined || cpu !== undefined || memory !== undefined;
  const base = like ?? (asks ? { ...defaultEntry, resources: { requests: {}, limits: {} } } : defaultEntry);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...base,
    name,
    ...given,
    count: 1,
    resources: {
      requests: { ...base.resources.requests, ...requests },
      limits: { ...base.resources.limits, ...limits }
    }
  };
}
