import { nodesToFind } from '#lib/allocator/rules/nodes-to-find.ts';
import { compareQueued } from '#lib/allocator/rules/queue-order.ts';
import { type Backoff, isWaiting, nextDelay, restartAfterCrash } from '#lib/allocator/rules/restart-backoff.ts';
import { SCHEDULER_BACKOFF, schedulerDelay } from '#lib/allocator/rules/scheduler-backoff.ts';
import { type Case, differences, UnknownKind } from '../case-kit.ts';

interface Fields extends Case {
  readonly initialSeconds: number;
  readonly stepSeconds: number;
  readonly maxSeconds: number;
  readonly attempts: number;
  readonly idleSeconds: number;
  readonly runSeconds: number;
  readonly percentageOfNodesToScore: number;
  readonly nodes: number;
  readonly a: { readonly priority: number; readonly enqueuedAt: number };
  readonly b: Fields['a'];
  readonly expect: { readonly attempts?: number[]; readonly values?: number[]; readonly delaySeconds?: number[] };
}

/** The wait that is set before each of `count` calls of `nextDelay` at the moment the last wait ends. */
function waits(backoff: Backoff, count: number): number[] {
  const seen: number[] = [];
  for (let delay = 0; seen.length < count; delay = nextDelay(backoff, delay, delay)) seen.push(delay);
  return seen;
}

function crashes(backoff: Backoff, runSeconds: number, count: number): number[] {
  const seen: number[] = [];
  for (let delay = 0; seen.length < count;) {
    const { wait, next } = restartAfterCrash(delay, runSeconds, backoff);
    seen.push(wait);
    delay = next;
  }
  return seen;
}

function exponential(c: Fields): unknown {
  const backoff = { first: c.stepSeconds, cap: c.maxSeconds };
  if (c.idleSeconds !== undefined) return { inBackoff: isWaiting(backoff, nextDelay(backoff, 0, 0), c.idleSeconds) };
  return { values: waits(backoff, c.expect.values?.length ?? 0) };
}

function answer(c: Fields): unknown {
  switch (c.kind) {
    case 'queueOrder': {
      const [a, b] = [c.a, c.b].map(({ priority, enqueuedAt }) => ({ priority, queuedAt: enqueuedAt }));
      return { aBeforeB: a !== undefined && b !== undefined && compareQueued(a, b) < 0 };
    }
    case 'nodesToFind':
      return { numNodes: nodesToFind(c.nodes, c.percentageOfNodesToScore) };
    case 'schedulerBackoff': {
      const attempts = c.expect.attempts ?? [];
      return { attempts, seconds: attempts.map((n) => schedulerDelay(n, c.initialSeconds, c.maxSeconds)) };
    }
    case 'schedulerBackoffOne':
      return { seconds: schedulerDelay(c.attempts, c.initialSeconds, c.maxSeconds) };
    case 'schedulerDefaults':
      return {
        initialSeconds: SCHEDULER_BACKOFF.first,
        maxSeconds: SCHEDULER_BACKOFF.cap,
        maxInUnschedulableSeconds: SCHEDULER_BACKOFF.unschedulableLimit,
        flushSeconds: SCHEDULER_BACKOFF.flushInterval
      };
    case 'exponentialBackoff':
      return exponential(c);
    case 'crashLoop': {
      const backoff = { first: c.initialSeconds, cap: c.maxSeconds };
      return { delaySeconds: crashes(backoff, c.runSeconds, c.expect.delaySeconds?.length ?? 0) };
    }
    default:
      throw new UnknownKind(c.kind);
  }
}

/** Topic `queue-and-restart`: queue order, nodes searched, back-off of the scheduler and of the kubelet. */
export const check = (c: Case) => differences(c.expect, answer(c as Fields));
