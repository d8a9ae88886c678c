import { setup, type StateValue } from 'xstate';
import { chart } from './chart.ts';
import type { EventName, GuardName, StateName } from './lifecycle.ts';

/** An event for the live chart. `truths` names the guards that hold for it; without it those of the context count. */
export interface LifecycleEvent {
  readonly type: EventName;
  readonly truths?: readonly GuardName[];
}

const holds =
  (name: GuardName) =>
  ({ context, event }: { context: { truths: readonly GuardName[] }; event: LifecycleEvent }): boolean =>
    (event.truths ?? context.truths).includes(name);

/**
 * The XState machine of the chart, for tests, the diagram and the page where a learner pokes it.
 * Input: the guards that hold unless an event says otherwise. The simulator runs the compiled table instead.
 */
export const lifecycleMachine = setup({
  types: {
    context: {} as { truths: readonly GuardName[] },
    events: {} as LifecycleEvent,
    input: {} as { truths?: readonly GuardName[] } | undefined
  },
  guards: {
    invalid: holds('invalid'),
    overQuota: holds('overQuota'),
    heldByQuota: holds('heldByQuota'),
    neverFits: holds('neverFits'),
    fits: holds('fits'),
    canPreempt: holds('canPreempt'),
    canScaleUp: holds('canScaleUp'),
    completed: holds('completed'),
    requeued: holds('requeued'),
    retryLeft: holds('retryLeft')
  }
}).createMachine({ ...chart, context: ({ input }) => ({ truths: input?.truths ?? [] }) });

/** The leaf state of a snapshot's value, by its name in the table: `waiting.queued`. */
export function leafOf(value: StateValue): StateName {
  if (typeof value === 'string') return value as StateName;
  const [[outer, inner] = ['', '']] = Object.entries(value);
  return `${outer}.${leafOf(inner as StateValue)}` as StateName;
}
