import { eventId, stateId, stateName, table, type EventName, type StateName } from '#lib/allocator/lifecycle/index.ts';
import { change, isTransition, type Rec } from '#lib/allocator/trace/index.ts';
import type { BoxId } from './view.ts';

/** What a step is, in one word of the process table. */
export type ActionId =
  | 'request'
  | 'check'
  | 'retry'
  | 'allocate'
  | 'wait'
  | 'hold'
  | 'scale'
  | 'preempt'
  | 'reject'
  | 'run'
  | 'stop'
  | 'release'
  | 'turn'
  | 'end'
  | 'cluster';

/** A step told apart: what it is, whom it is about, and what led where. */
export interface Told {
  readonly action: ActionId;
  /** The job it is about; undefined for a change of the cluster. */
  readonly job: number | undefined;
  /** The event that says most: the one before the release, where there is one. */
  readonly event: EventName | 'request' | undefined;
  readonly from: StateName | undefined;
  readonly to: StateName | undefined;
  /** Node that takes part; -1 for none. */
  readonly node: number;
  readonly records: readonly Rec[];
}

/** Steps that do what was found out in the step before. */
export const follows: ReadonlySet<ActionId> = new Set(['allocate', 'wait', 'hold', 'scale', 'preempt', 'reject']);

const transitionOf = (r: Rec) => table.transitions[r.kind] as (typeof table.transitions)[number];

/** Tells what a step is from its records alone. Step 0 has none and is not told. */
export function tell(records: readonly Rec[]): Told {
  // A nomination taken back comes before what the job does instead.
  const first = records.find((r) => r.kind !== change.nominate) ?? (records[0] as Rec);
  const transitions = records.filter((r) => isTransition(r.kind) && r.subject === first.subject);
  if (!isTransition(first.kind) && first.kind !== change.request)
    return {
      action: 'cluster',
      job: undefined,
      event: undefined,
      from: undefined,
      to: undefined,
      node: first.node,
      records
    };
  const lead = transitions[0];
  const last = transitions.at(-1);
  const node = records.find((r) => r.node >= 0 && r.kind !== change.request)?.node ?? -1;
  return {
    action: actionOf(first, lead, last),
    job: first.subject,
    event:
      first.kind === change.request
        ? 'request'
        : lead === undefined
          ? undefined
          : (table.events[transitionOf(lead).event] as EventName),
    from:
      first.kind === change.request ? undefined : lead === undefined ? undefined : stateName(transitionOf(lead).from),
    to: last === undefined ? undefined : stateName(transitionOf(last).to),
    node,
    records
  };
}

function actionOf(first: Rec, lead: Rec | undefined, last: Rec | undefined): ActionId {
  if (first.kind === change.request || lead === undefined || last === undefined) return 'request';
  const { event, from } = transitionOf(lead);
  const to = transitionOf(last).to;
  if (event === eventId.check) return from === stateId.requested ? 'request' : 'check';
  if (event === eventId.recheck) return 'check';
  if (event === eventId.retry) return 'retry';
  if (event === eventId.start) return 'run';
  if (event === eventId.decide) return decided(to);
  if (event === eventId.evict && to === stateId.stopping) return 'stop';
  if (event === eventId.preempt && to === stateId.requested) return 'turn';
  return to === stateId.failed && from !== stateId.releasing && !isHolding(from) ? 'end' : 'release';
}

const isHolding = (state: number): boolean =>
  state === stateId.allocated || state === stateId.running || state === stateId.stopping;

function decided(to: number): ActionId {
  switch (to) {
    case stateId.allocated:
      return 'allocate';
    case stateId['waiting.held']:
      return 'hold';
    case stateId['waiting.scaling']:
      return 'scale';
    case stateId['waiting.preempting']:
      return 'preempt';
    case stateId.rejected:
      return 'reject';
    default:
      return 'wait';
  }
}

/** The box of the strip in which a chart state stands; undefined for one that has left the strip. */
export const boxOfState: Readonly<Record<StateName, BoxId | undefined>> = {
  requested: 'request',
  checking: 'check',
  'waiting.queued': 'wait',
  'waiting.held': 'wait',
  'waiting.scaling': 'scale',
  'waiting.preempting': 'preempt',
  allocated: 'allocate',
  running: 'run',
  stopping: 'run',
  releasing: 'release',
  backoff: 'wait',
  released: undefined,
  rejected: undefined,
  failed: undefined
};

/** The box that a step lights up. */
export const boxOfAction: Readonly<Record<ActionId, BoxId | undefined>> = {
  request: 'check',
  check: 'check',
  retry: 'check',
  allocate: 'allocate',
  wait: 'wait',
  hold: 'wait',
  scale: 'scale',
  preempt: 'preempt',
  reject: 'reject',
  run: 'run',
  stop: 'run',
  release: 'release',
  turn: 'release',
  end: 'release',
  cluster: undefined
};

export const boxLabels: Readonly<Record<BoxId, string>> = {
  request: 'Request',
  check: 'Check',
  allocate: 'Allocate',
  run: 'Run',
  release: 'Release',
  wait: 'Wait',
  scale: 'Scale up',
  preempt: 'Preempt',
  reject: 'Reject'
};

export const actionLabels: Readonly<Record<ActionId, string>> = {
  request: 'Request',
  check: 'Check again',
  retry: 'Try again',
  allocate: 'Allocate',
  wait: 'Wait',
  hold: 'Hold back',
  scale: 'Scale up',
  preempt: 'Preempt',
  reject: 'Reject',
  run: 'Run',
  stop: 'Stop',
  release: 'Release',
  turn: 'Turn over',
  end: 'End',
  cluster: 'Cluster'
};
