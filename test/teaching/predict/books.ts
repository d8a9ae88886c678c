import { change, words } from '#lib/allocator/trace/index.ts';
import type { FinishedRun } from '#lib/allocator/sim/index.ts';

/** What the records say of one job up to a step. */
export interface Entry {
  readonly job: number;
  readonly name: string;
  readonly gpus: number;
  readonly priority: number;
  readonly estimate: number;
  readonly service: number;
  state: string;
  arrival: number;
  queuedAt: number;
  node: number;
  startedAt: number;
  nominated: number;
}

/** The books of a run of GPU jobs, kept by reading its records one by one: no world, no cursor, no view. */
export function booksAt({ trace }: FinishedRun, step: number): Entry[] {
  const { jobs, kinds, resources } = trace.scenario;
  const gpu = resources.indexOf('nvidia.com/gpu');
  const entries = new Map<number, Entry>();
  for (let s = 1; s <= step; s++)
    for (const r of trace.recordsOf(s)) {
      const kind = kinds[jobs.kind[r.subject] ?? 0]!;
      if (r.kind === change.request)
        entries.set(r.subject, {
          job: r.subject,
          name: jobs.name(r.subject),
          gpus: kind.requests[gpu] ?? 0,
          priority: kind.priority,
          estimate: jobs.estimate[r.subject]!,
          service: jobs.service[r.subject]!,
          state: 'requested',
          arrival: r.tick,
          queuedAt: r.tick,
          node: -1,
          startedAt: -1,
          nominated: -1
        });
      const entry = entries.get(r.subject);
      if (entry === undefined) continue;
      if (r.kind === change.nominate) entry.nominated = r.pods === 1 ? r.node : -1;
      const { event, to } = words(r);
      if (to === undefined) continue;
      entry.state = to;
      if (to === 'allocated') entry.node = r.node;
      if (event === 'start') entry.startedAt = r.tick;
      if (event === 'release') entry.node = -1;
      if (event === 'release' && to === 'requested') entry.queuedAt = r.tick;
    }
  return [...entries.values()];
}

/** GPUs free on each node, by the books. */
export function freeGpus(run: FinishedRun, books: readonly Entry[]): number[] {
  const { nodes, resources } = run.trace.scenario;
  const gpu = resources.indexOf('nvidia.com/gpu');
  return nodes.map((n, i) => n.allocatable[gpu]! - books.reduce((sum, e) => sum + (e.node === i ? e.gpus : 0), 0));
}

/** Those who wait, in the order of the policies that the drawn scenarios use. */
export function queueOf(run: FinishedRun, books: readonly Entry[]): Entry[] {
  const { order } = run.trace.scenario.policy;
  const key = (e: Entry): number => (order === 'priority' ? -e.priority : order === 'shortest-first' ? e.estimate : 0);
  return books
    .filter((e) => e.state.startsWith('waiting'))
    .sort((a, b) => key(a) - key(b) || a.queuedAt - b.queuedAt || a.job - b.job);
}
