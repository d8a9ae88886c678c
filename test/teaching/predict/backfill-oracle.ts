import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { booksAt, freeGpus, queueOf, type Entry } from './books.ts';

interface Span {
  readonly from: number;
  readonly to: number;
  readonly gpus: number;
}

/** Who may pass the head of the queue on one node after a step, worked out on a plan of who holds how much until when. */
export function passesBehind(run: FinishedRun, step: number): Entry | undefined {
  const books = booksAt(run, step);
  const now = run.trace.tickOf(step);
  const easy = run.trace.scenario.policy.blocked === 'easy';
  const holding = books.filter((e) => e.node >= 0);
  const offer = freeGpus(run, books)[0]! + holding.reduce((sum, e) => sum + e.gpus, 0);
  const plan: Span[] = holding.map((e) => ({ from: 0, to: Math.max(now + 1, e.startedAt + e.estimate), gpus: e.gpus }));
  for (const [i, e] of queueOf(run, books).entries()) {
    const at = earliest(plan, offer, e, now);
    if (at === now) return e;
    // EASY keeps room for the head alone, from its start on.
    if (i === 0 || !easy) plan.push({ from: at, to: easy ? Infinity : at + e.estimate, gpus: e.gpus });
  }
  return undefined;
}

function earliest(plan: readonly Span[], offer: number, e: Entry, now: number): number {
  const starts = [now, ...plan.flatMap(({ from, to }) => [from, to])].filter((t) => t >= now && t < Infinity);
  const fitsFrom = (t: number): boolean =>
    [t, ...starts.filter((s) => s > t && s < t + e.estimate)].every((at) => held(plan, at) + e.gpus <= offer);
  return Math.min(...starts.filter(fitsFrom));
}

const held = (plan: readonly Span[], at: number): number =>
  plan.reduce((sum, { from, to, gpus }) => sum + (from <= at && at < to ? gpus : 0), 0);
