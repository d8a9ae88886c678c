import { isTransition, type Cursor } from '#lib/allocator/trace/index.ts';
import { jobName } from './names.ts';
import { statusIn, trackedFigures } from './table-row.ts';
import type { TrackerRow } from './view.ts';

/**
 * The variables of the status tracker after each of the steps `from` to `to`: the cluster's figures, then the status
 * of each job that anything happens to in these steps, in order of arrival. A node that is not there yet reads `none`.
 */
export function trackerOf(cursor: Cursor, from: number, to: number): TrackerRow[] {
  const { trace } = cursor;
  const jobs = jobsIn(cursor, from, to);
  const rows = new Map<string, string[]>();
  const note = (column: number, label: string, value: string): void => {
    const values = rows.get(label) ?? new Array<string>(to - from + 1).fill('none');
    values[column] = value;
    rows.set(label, values);
  };
  for (let step = from; step <= Math.min(to, trace.last); step++) {
    const world = cursor.seek(step);
    for (const { label, value } of trackedFigures(world)) note(step - from, label, value);
    for (const job of jobs) note(step - from, jobName(world, job), statusIn(world, job));
  }
  return [...rows].map(([label, values]) => ({ label, values }));
}

function jobsIn({ trace }: Cursor, from: number, to: number): number[] {
  const jobs = new Set<number>();
  for (let step = from; step <= to; step++)
    for (const { kind, subject } of trace.recordsOf(step)) if (isTransition(kind)) jobs.add(subject);
  return [...jobs].sort((a, b) => a - b);
}
