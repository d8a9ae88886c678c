import { eventId, stateId, stateName, table, type EventName, type StateName } from '#lib/allocator/lifecycle/index.ts';
import { change, isTransition, type Rec, type Trace } from '#lib/allocator/trace/index.ts';
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

const transitionOf = (kind: number) => table.transitions[kind] as (typeof table.transitions)[number];

/** What a step is, from the kinds of its records alone. Not for step 0, which has none. */
export function actionAt(trace: Trace, step: number): ActionId {
  const end = trace.firstOf(step + 1);
  let first = trace.firstOf(step);
  // A nomination taken back comes before what the job does instead.
  while (first < end - 1 && trace.kindOf(first) === change.nominate) first++;
  const kind = trace.kindOf(first);
  if (!isTransition(kind) && kind !== change.request) return 'cluster';
  let lead: number | undefined;
  let last: number | undefined;
  for (let i = first; i < end; i++) {
    if (!isTransition(trace.kindOf(i)) || trace.subjectOf(i) !== trace.subjectOf(first)) continue;
    last = trace.kindOf(i);
    lead ??= last;
  }
  return actionOf(kind, lead, last);
}

/** Tells what a step is from its records alone. Step 0 has none and is not told. */
export function tell(trace: Trace, step: number): Told {
  const records = trace.recordsOf(step);
  const action = actionAt(trace, step);
  const first = records.find((r) => r.kind !== change.nominate) ?? (records[0] as Rec);
  if (action === 'cluster')
    return { action, job: undefined, event: undefined, from: undefined, to: undefined, node: first.node, records };
  const transitions = records.filter((r) => isTransition(r.kind) && r.subject === first.subject);
  const lead = transitions[0];
  const last = transitions.at(-1);
  const node = records.find((r) => r.node >= 0 && r.kind !== change.request)?.node ?? -1;
  return {
    action,
    job: first.subject,
    event:
      first.kind === change.request
        ? 'request'
        : lead === undefined
          ? undefined
          : (table.events[transitionOf(lead.kind).event] as EventName),
    from:
      first.kind === change.request
        ? undefined
        : lead === undefined
          ? undefined
          : stateName(transitionOf(lead.kind).from),
    to: last === undefined ? undefined : stateName(transitionOf(last.kind).to),
    node,
    records
  };
}

/** @param first the kind of the first record, `lead` and `last` those of the first and the last transition of its job */
function actionOf(first: number, lead: number | undefined, last: number | undefined): ActionId {
  if (first === change.request || lead === undefined || last === undefined) return 'request';
  const { event, from } = transitionOf(lead);
  const { to } = transitionOf(last);
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
