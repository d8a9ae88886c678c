import { stateName, table } from '#lib/allocator/lifecycle/index.ts';
import { change, Cursor, isTransition, jobName, nodeOf, type Rec, type World } from '#lib/allocator/trace/index.ts';
import { runOf, type Sketch } from '../scenario/timeline.ts';

/** The one resource of these clusters: whole slots. */
const SLOT = 'example.com/slot';

/** Nodes by name, with so many slots each. */
export const nodes = (slots: Readonly<Record<string, number>>): Sketch['cluster'] => ({
  nodes: Object.entries(slots).map(([name, count]) => ({ name, allocatable: { [SLOT]: count } }))
});

type JobInput = NonNullable<Sketch['jobs']>[number];

/** A job that arrives at a tick and asks for so many slots for so many ticks. */
export const job = (
  name: string,
  arrival: number,
  service: number,
  slots = 1,
  more: Partial<JobInput> = {}
): JobInput => ({ name, arrival, service, resources: { limits: { [SLOT]: slots } }, ...more });

/** A quota of slots for the tenant of every job here. */
export const quota = (slots: number, mode: 'reject' | 'hold'): NonNullable<Sketch['quotas']>[number] => ({
  tenant: 'default',
  mode,
  hard: { [`requests.${SLOT}`]: slots }
});

/** States on the way to another, mostly within the same tick. */
const passing: readonly string[] = ['checking', 'allocated', 'releasing'];

/**
 * A run as lines that a reader can check by hand: `0 a queued`, `10 b running@n1`, `12 b requeued`, `15 n1 nodeDown`.
 * One line for each state that a job comes to stay in, and for each change of nodes and nominations; a job that goes on
 * waiting as before is not told again.
 * @param also states that are passed through, to be shown too
 */
export function story(sketch: Sketch, also: readonly string[] = []): string[] {
  const { trace } = runOf(sketch);
  const world = new Cursor(trace).seek(0);
  const lines: string[] = [];
  const told = new Map<number, number>();
  for (let i = 0; i < trace.length; i++) {
    const record = trace.at(i);
    world.apply(record.kind, record.subject, record.node, record.pods);
    const state = world.state[record.subject]!;
    const text = isTransition(record.kind) ? arrival(world, record, also) : happening(world, record);
    if (text === undefined) continue;
    if (isTransition(record.kind)) {
      if (told.get(record.subject) === state) continue;
      told.set(record.subject, state);
    }
    lines.push(`${record.tick} ${text}`);
  }
  return lines;
}

function arrival(world: World, { kind, subject }: Rec, also: readonly string[]): string | undefined {
  const { from, to } = table.transitions[kind]!;
  const state = stateName(to);
  const name = jobName(world, subject);
  if (state === 'requested') return stateName(from) === 'releasing' ? `${name} requeued` : undefined;
  if (passing.includes(state) && !also.includes(state)) return undefined;
  const where = world.holdings(subject).map(({ node }) => nodeOf(world.scenario, node).name);
  return `${name} ${state.replace('waiting.', '')}${state === 'running' ? `@${where.join('+')}` : ''}`;
}

function happening(world: World, { kind, subject, node, pods }: Rec): string | undefined {
  const name = jobName(world, subject);
  switch (kind) {
    case change.nodeUp:
      return `${nodeOf(world.scenario, node).name} up`;
    case change.nodeDown:
      return `${nodeOf(world.scenario, node).name} down`;
    case change.nominate:
      return `${name} ${pods === 1 ? 'nominated' : 'not nominated'}@${nodeOf(world.scenario, node).name}`;
    case change.deadlock:
      return `${name} deadlocked`;
    case change.pullBackoff:
      return `${name} pullBackoff`;
    default:
      return undefined;
  }
}
