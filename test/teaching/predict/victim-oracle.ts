import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { booksAt, freeGpus, type Entry } from './books.ts';

/**
 * Whom kube-scheduler would stop for the job that is checked in a step, by the books: on each node all of lower
 * priority are taken away and put back, the highest priority first and of equals the one that started first, as long as
 * the job still fits; the node with the lowest highest victim wins, then the smaller sum of priorities, then fewer
 * victims, then the latest start of the highest.
 */
export function victimsOf(run: FinishedRun, step: number): Entry[] {
  const { scenario, trace } = { scenario: run.trace.scenario, trace: run.trace };
  const books = booksAt(run, step);
  const me = books.find((e) => e.job === trace.recordsOf(step)[0]!.subject)!;
  if (scenario.policy.preemption === 'never') return [];
  const free = freeGpus(run, books);
  for (const e of books) if (e.nominated >= 0 && e !== me && e.priority >= me.priority) free[e.nominated]! -= e.gpus;
  const plans = free.flatMap((onNode, n) => {
    const victims = victimsOn(
      books.filter((e) => e.node === n && e.state !== 'stopping'),
      me,
      onNode
    );
    return victims === undefined ? [] : [victims];
  });
  return (plans.toSorted(better)[0] ?? []).toSorted((a, b) => a.job - b.job);
}

function victimsOn(there: readonly Entry[], me: Entry, onNode: number): Entry[] | undefined {
  const lower = there
    .filter((e) => e.priority < me.priority)
    .toSorted((a, b) => b.priority - a.priority || a.startedAt - b.startedAt);
  let room = onNode + lower.reduce((sum, e) => sum + e.gpus, 0);
  if (lower.length === 0 || room < me.gpus) return undefined;
  return lower.filter((e) => {
    if (room - e.gpus < me.gpus) return true;
    room -= e.gpus;
    return false;
  });
}

function better(a: readonly Entry[], b: readonly Entry[]): number {
  const top = (v: readonly Entry[]): number => Math.max(...v.map((e) => e.priority));
  const sum = (v: readonly Entry[]): number => v.reduce((s, e) => s + e.priority + 2 ** 31, 0);
  const earliest = (v: readonly Entry[]): number =>
    Math.min(...v.filter((e) => e.priority === top(v)).map((e) => e.startedAt));
  return top(a) - top(b) || sum(a) - sum(b) || a.length - b.length || earliest(b) - earliest(a);
}
