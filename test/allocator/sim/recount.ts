import { stateName, table, type StateName } from '#lib/allocator/lifecycle/index.ts';
import { isTransition, World, type Rec, type Trace } from '#lib/allocator/trace/index.ts';
import type { Counts } from '#lib/allocator/sim/index.ts';

type Recounted = Pick<Counts, 'checks' | 'allocations' | 'releases' | 'preemptions' | 'peakHeld' | 'peakWaiting'>;

const waits = (world: World): number =>
  world.state.filter((s) => s > 0 && stateName(s - 1).startsWith('waiting')).length;

const podsHeld = (world: World): number =>
  Array.from(world.state, (_, job) => world.holdings(job).reduce((sum, { pods }) => sum + pods, 0)).reduce(
    (a, b) => a + b,
    0
  );

/** Counts from the records alone what the engine counts as it goes: SPEC.md section 6. */
export function recount(trace: Trace): Recounted {
  const world = new World(trace.scenario);
  const counts = { checks: 0, allocations: 0, releases: 0, preemptions: 0, peakHeld: 0, peakWaiting: 0 };
  for (let step = 1; step <= trace.last; step++) {
    const records = trace.recordsOf(step);
    records.forEach((record, i) => {
      tally(counts, record, records[i + 1]);
      world.apply(record.kind, record.subject, record.node, record.pods);
      counts.peakWaiting = Math.max(counts.peakWaiting, waits(world));
    });
    counts.peakHeld = Math.max(counts.peakHeld, podsHeld(world));
  }
  return counts;
}

function tally(counts: Recounted, { kind, subject }: Rec, after: Rec | undefined): void {
  if (!isTransition(kind)) return;
  const { from, event, to } = table.transitions[kind]!;
  const becomes: StateName = stateName(to);
  if (becomes === 'checking') counts.checks++;
  if (becomes === 'allocated') counts.allocations++;
  if (stateName(from) === 'releasing') counts.releases++;
  // A turn that is over is a preemption and its stop in one step, and is not counted as one.
  const turn = after?.subject === subject && isTransition(after.kind) && nameOf(after) === 'stop';
  if (table.events[event] === 'preempt' && !turn) counts.preemptions++;
}

const nameOf = ({ kind }: Rec): string | undefined => table.events[table.transitions[kind]!.event];
