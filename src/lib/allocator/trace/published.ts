import { change, isTransition } from './kinds.ts';
import { Cursor } from './cursor.ts';
import type { Run } from './evidence.ts';
import { words, type Rec } from './trace.ts';
import { jobName, nodeOf, type World } from './world.ts';

/**
 * The records of a run with their evidence, and what the run came from, as JSON (format 1).
 *
 * @param scenario the scenario file
 * @param end how the run came to its end
 */
export function recordsJson(run: Run, scenario: unknown, end: string): string {
  const out = { format: 1, scenario, end, steps: run.trace.last, records: [...jsonRecords(run, true)] };
  return `${JSON.stringify(out, null, 1)}\n`;
}

/** The records of a run as CSV, one a line. */
export const recordsCsv = (run: Run): string => [...recordsCsvParts(run)].join('');

/** The records of a run as CSV in parts of some thousand lines, for one too long to be written at once. */
export function* recordsCsvParts(run: Run): Generator<string, void, undefined> {
  let part = 'step,tick,job,from,event,to,node,pods\n';
  let lines = 0;
  for (const r of jsonRecords(run, false)) {
    part += `${r.step},${r.tick},${r.job ?? ''},${r.from ?? ''},${r.event},${r.to ?? ''},${r.node ?? ''},${r.pods ?? ''}\n`;
    if (++lines % LINES !== 0) continue;
    yield part;
    part = '';
  }
  yield part;
}

const LINES = 4096;

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
function* jsonRecords(run: Run, withEvidence: boolean): Generator<JsonRecord, void, undefined> {
  const cursor = new Cursor(run.trace);
  for (let step = 1; step <= run.trace.last; step++) {
    const world = cursor.seek(step);
    for (const record of run.trace.recordsOf(step)) yield jsonRecord(run, world, record, withEvidence);
  }
}

function jsonRecord(run: Run, world: World, record: Rec, withEvidence: boolean): JsonRecord {
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
