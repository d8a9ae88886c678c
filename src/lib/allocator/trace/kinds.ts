import { eventId, stateId, table } from '#lib/allocator/lifecycle/index.ts';

/**
 * What a record says happened. Below `change.request` it is the index of a transition of the chart; from there on it is
 * one of the changes that no request's chart knows of.
 */
export const change = {
  /** A job joins: `node` holds the index of its kind. */
  request: 128,
  /** Pods of a gang take room on one node. */
  book: 129,
  /** Pods of a gang give room on one node back. */
  free: 130,
  nodeUp: 131,
  nodeDown: 132,
  /** `subject` is nominated to `node`; -1 takes the nomination back. */
  nominate: 133,
  /** A container is restarted in place; `pods` counts the restarts so far. */
  restart: 134,
  /** An image cannot be pulled, and the pod stays where it is. */
  pullBackoff: 135,
  /** The cluster autoscaler asks for `node`. */
  provision: 136,
  /** The provider refuses `node`. */
  provisionFailed: 137,
  /** The HPA sets deployment `subject` to `pods` replicas. */
  replicas: 138,
  /** The jobs that wait for each other can never go on; `subject` is one of them. */
  deadlock: 139,
  /** A container of `subject` ends badly and will be restarted in place; `pods` is its exit code. */
  crash: 140
} as const;

/** Names of the changes, as the JSON of a run says them. */
export const changeNames: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(change).map(([name, kind]) => [kind, name])
);

/** Whether a record of this kind is a transition of the chart. */
export const isTransition = (kind: number): boolean => kind < change.request;

const byTransition = (test: (t: (typeof table.transitions)[number]) => boolean): Uint8Array =>
  Uint8Array.from(table.transitions, (t) => (test(t) ? 1 : 0));

/** 1 for the transitions that take room on their node. */
export const takes = byTransition((t) => t.to === stateId.allocated);
/** 1 for the transitions that give room on their node back. */
export const gives = byTransition((t) => t.event === eventId.release);
