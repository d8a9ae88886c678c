import type { EventName, GuardName, StateName } from './lifecycle.ts';

/** What the status tracker says of a job. */
export type Status = 'none' | 'requested' | 'waiting' | 'allocated' | 'running' | 'completed' | 'failed' | 'rejected';

/** The learner's status for each state of the chart. A job that is stopping or releasing still holds what it got. */
export const statusOf: Readonly<Record<StateName, Status>> = {
  requested: 'requested',
  checking: 'requested',
  'waiting.queued': 'waiting',
  'waiting.held': 'waiting',
  'waiting.scaling': 'waiting',
  'waiting.preempting': 'waiting',
  allocated: 'allocated',
  running: 'running',
  stopping: 'running',
  releasing: 'running',
  backoff: 'waiting',
  released: 'completed',
  rejected: 'rejected',
  failed: 'failed'
};

/** Each state in a learner's words. */
export const stateWords: Readonly<Record<StateName, string>> = {
  requested: 'requested',
  checking: 'being checked',
  'waiting.queued': 'waiting in the queue',
  'waiting.held': 'held back by quota',
  'waiting.scaling': 'waiting for a new node',
  'waiting.preempting': 'waiting for others to stop',
  allocated: 'allocated',
  running: 'running',
  stopping: 'stopping',
  releasing: 'releasing',
  backoff: 'waiting to retry',
  released: 'released',
  rejected: 'rejected',
  failed: 'failed'
};

/** Each event in a learner's words. */
export const eventWords: Readonly<Record<EventName, string>> = {
  check: 'the check begins',
  decide: 'the check is over',
  recheck: 'something changed, check again',
  expire: 'its deadline passed',
  cancel: 'its owner cancelled it',
  start: 'it starts',
  preempt: 'a higher priority takes its place',
  lose: 'its node is lost',
  pullFailed: 'its image cannot be pulled',
  end: 'its work is done',
  fail: 'its program ends with an error',
  kill: 'it is killed at its limit',
  evict: 'its node is short and evicts it',
  stop: 'the grace period is over',
  release: 'it gives everything back',
  retry: 'the back-off is over'
};

/** Each guard as a statement that can hold or not, in a learner's words. */
export const guardWords: Readonly<Record<GuardName | 'mustQueue', string>> = {
  invalid: 'the request itself is not valid',
  overQuota: 'its tenant would go over quota, so it is refused',
  heldByQuota: 'its tenant would go over quota, so it is held back',
  neverFits: 'no node could ever hold it, even empty',
  fits: 'it fits now',
  canPreempt: 'stopping lower priorities would make room',
  canScaleUp: 'a new node would make room',
  mustQueue: 'nothing fits now, so it waits',
  completed: 'its work is complete',
  requeued: 'it goes back to the queue',
  retryLeft: 'it failed and a retry is left'
};
