/**
 * The banker's algorithm and deadlock detection.
 *
 * Matrices have a row for each process and a column for each resource, in whole units.
 *
 * Source: Dijkstra, EWD 123 (1965); Coffman, Elphick and Shoshani, Computing Surveys 1971.
 *
 * @module
 */

type Amounts = readonly number[];

/** What is free, what each process holds, and the most each has said it will ever hold. */
export interface BankState {
  readonly available: Amounts;
  readonly allocation: readonly Amounts[];
  readonly max: readonly Amounts[];
}

/** One look of the search: process `process` still needs `needs` while `work` is free or has been given back. */
export interface BankEvidence {
  readonly process: number;
  readonly needs: Amounts;
  readonly work: Amounts;
  readonly finishes: boolean;
}

const covers = (work: Amounts, needs: Amounts): boolean => needs.every((amount, r) => amount <= (work[r] ?? 0));
const plus = (a: Amounts, b: Amounts): Amounts => a.map((amount, r) => amount + (b[r] ?? 0));
const minus = (a: Amounts, b: Amounts): Amounts => a.map((amount, r) => amount - (b[r] ?? 0));

/** What each process may still ask for: max - allocation. */
export const needOf = (state: BankState): readonly Amounts[] =>
  state.max.map((most, p) => minus(most, state.allocation[p] ?? []));

/**
 * The processes in the order in which they can finish, always the lowest-numbered one that can, each giving back what
 * it holds. Which processes are in the list does not depend on that choice: work only grows.
 */
function finishOrder(
  available: Amounts,
  allocation: readonly Amounts[],
  needs: readonly Amounts[],
  sink?: (look: BankEvidence) => void
): number[] {
  const order: number[] = [];
  const finished = new Set<number>();
  let work = available;
  const canFinish = (need: Amounts, process: number): boolean => {
    if (finished.has(process)) return false;
    const finishes = covers(work, need);
    sink?.({ process, needs: need, work, finishes });
    return finishes;
  };
  for (let next = needs.findIndex(canFinish); next >= 0; next = needs.findIndex(canFinish)) {
    finished.add(next);
    order.push(next);
    work = plus(work, allocation[next] ?? []);
  }
  return order;
}

/** Whether all can finish, and in which order those that can do (the lowest number first). */
export interface Safety {
  readonly safe: boolean;
  readonly order: readonly number[];
}

/** A state is safe if some order lets every process reach its maximum and finish. */
export function safety(state: BankState, sink?: (look: BankEvidence) => void): Safety {
  const order = finishOrder(state.available, state.allocation, needOf(state), sink);
  return { safe: order.length === state.max.length, order };
}

/** Whether the processes can finish in exactly this order. */
export function isSafeOrder(state: BankState, order: readonly number[]): boolean {
  const needs = needOf(state);
  let work = state.available;
  return order.every((process) => {
    const can = covers(work, needs[process] ?? []);
    work = plus(work, state.allocation[process] ?? []);
    return can;
  });
}

/**
 * How many orders let every process finish. Cost: 2^n sets of n processes.
 *
 * @throws {RangeError} for more than 20 processes
 */
export function countSafeOrders(state: BankState): number {
  const needs = needOf(state);
  const n = needs.length;
  if (n > 20) throw new RangeError(`Cannot count safe orders: ${n} processes, at most 20`);
  const known = new Map<number, number>();
  // What is free depends on the set of processes that have finished, not on their order: count each set once.
  const count = (finished: number, done: number, work: Amounts): number => {
    if (done === n) return 1;
    let orders = known.get(finished) ?? 0;
    if (known.has(finished)) return orders;
    for (const [process, need] of needs.entries())
      if ((finished & (1 << process)) === 0 && covers(work, need))
        orders += count(finished | (1 << process), done + 1, plus(work, state.allocation[process] ?? []));
    known.set(finished, orders);
    return orders;
  };
  return count(0, 0, state.available);
}

/** The banker's answer to a request. */
export type BankVerdict = 'granted' | 'exceedsMaximum' | 'notAvailable' | 'unsafe';

/** May `process` have `request` now? Only if it keeps to its maximum, the amounts are free and the state stays safe. */
export function bankRequest(state: BankState, process: number, request: Amounts): BankVerdict {
  if (!covers(needOf(state)[process] ?? [], request)) return 'exceedsMaximum';
  if (!covers(state.available, request)) return 'notAvailable';
  const after: BankState = {
    available: minus(state.available, request),
    allocation: state.allocation.map((held, p) => (p === process ? plus(held, request) : held)),
    max: state.max
  };
  return safety(after).safe ? 'granted' : 'unsafe';
}

/**
 * The processes that wait for one another for ever, in ascending order.
 *
 * @param request what each process waits for now
 */
export function deadlocked(
  available: Amounts,
  allocation: readonly Amounts[],
  request: readonly Amounts[],
  sink?: (look: BankEvidence) => void
): number[] {
  const able = new Set(finishOrder(available, allocation, request, sink));
  // One that holds nothing keeps nobody waiting: it may starve, but it is no part of a deadlock.
  const holds = (process: number): boolean => (allocation[process] ?? []).some((amount) => amount > 0);
  return [...request.keys()].filter((process) => !able.has(process) && holds(process));
}
