import type { Problem } from '#lib/base/input/index.ts';
import { readScenario, readScenarioData } from '#lib/allocator/scenario/index.ts';
import { Gatherer } from '#lib/allocator/sim/index.ts';
import { VERSION, isAsk, type Answer, type Outcome, type Source, type Tell, type Wish } from './protocol.ts';
import { counting, gathering, recording, type Task } from './task.ts';

/** What a worker needs of the place it runs in. */
export interface Surroundings {
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** Comes back after the messages that have arrived meanwhile were dealt with. */
  pause(): Promise<void>;
  /** Sends a message; the buffers of `transfer` are handed over rather than copied. */
  tell(message: Tell, transfer: readonly ArrayBuffer[]): void;
}

/**
 * Milliseconds of work between two looks at the messages. A cancellation waits this long at most, and progress is told as
 * often, except while one tick of the engine takes longer.
 */
const SLICE = 25;

/**
 * What a worker does with the messages that it gets. Asks are carried out side by side, a slice each; a message of another
 * version, or none of the protocol's, is answered by a failure where it has an id.
 *
 * @returns is called with every message; resolves when the ask in it is answered
 */
export function serve(around: Surroundings): (message: unknown) => Promise<void> {
  const cancelled = new Set<number>();
  const gatherers = new Gatherers();
  return async (message) => {
    if (!isAsk(message)) return refuse(around, message);
    const { id } = message;
    if (message.ask === 'cancel') {
      cancelled.add(id);
      return;
    }
    const job: Job = { id, around, gatherers, isCancelled: () => cancelled.has(id) };
    const answer = await answerTo(message, job);
    cancelled.delete(id);
    around.tell({ version: VERSION, id, tell: 'answer', answer }, buffersOf(answer));
  };
}

function refuse(around: Surroundings, message: unknown): void {
  const id = (message as { id?: unknown } | null)?.id;
  const answer = { ok: false, why: 'failed', message: 'the page and its worker are of different versions' } as const;
  if (typeof id === 'number') around.tell({ version: VERSION, id, tell: 'answer', answer }, []);
}

/** An ask that is being carried out, and what it needs. */
interface Job {
  readonly id: number;
  readonly around: Surroundings;
  readonly gatherers: Gatherers;
  readonly isCancelled: () => boolean;
}

/** Carries out one ask. Whatever goes wrong is part of the answer. */
async function answerTo(wish: Wish, job: Job): Promise<Answer<Outcome>> {
  try {
    // Reading a workload of a million jobs takes a while itself.
    tellProgress(job, 0);
    await job.around.pause();
    if (job.isCancelled()) return { ok: false, why: 'cancelled' };
    return await (wish.ask === 'gather' ? gather(wish, job) : runOrCount(wish, job));
  } catch (error) {
    return { ok: false, why: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function runOrCount(
  { ask, source, manner }: Exclude<Wish, { ask: 'gather' }>,
  job: Job
): Promise<Answer<Outcome>> {
  const read = readSource(source);
  if (!read.ok) return { ok: false, why: 'problems', problems: read.problems };
  return carryOut<Outcome>(ask === 'count' ? counting(read.scenario, manner) : recording(read.scenario, manner), job);
}

async function gather({ source, steps }: Extract<Wish, { ask: 'gather' }>, job: Job): Promise<Answer<Outcome>> {
  const gatherer = job.gatherers.take(source) ?? gathererOf(source);
  if (!(gatherer instanceof Gatherer)) return { ok: false, why: 'problems', problems: gatherer };
  const answer = await carryOut(gathering(gatherer, steps), job);
  job.gatherers.keep(source, gatherer);
  return answer;
}

/** A gatherer of a scenario's run, or why the scenario does not read. */
function gathererOf(source: Source): Gatherer | readonly Problem[] {
  const read = readSource(source);
  return read.ok ? new Gatherer(read.scenario) : read.problems;
}

/** As many as are compared side by side, each asked about at every step. */
const MOST_GATHERERS = 4;

/** The gatherers of the scenarios that were asked about last, the latest at the end. */
class Gatherers {
  readonly #kept = new Map<Source, Gatherer>();

  /** Nobody else gets it until it is kept again. */
  take(source: Source): Gatherer | undefined {
    const taken = this.#kept.get(source);
    this.#kept.delete(source);
    return taken;
  }

  keep(source: Source, gatherer: Gatherer): void {
    this.#kept.set(source, gatherer);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_GATHERERS) break;
      this.#kept.delete(oldest);
    }
  }
}

const readSource = (source: Source) => (typeof source === 'string' ? readScenario(source) : readScenarioData(source));

async function carryOut<T>(task: Task<T>, job: Job): Promise<Answer<T>> {
  const { around } = job;
  for (;;) {
    const until = around.now() + SLICE;
    let over = task.advance();
    while (!over && around.now() < until) over = task.advance();
    if (over) return { ok: true, value: task.result() };
    tellProgress(job, task.progress);
    await around.pause();
    if (job.isCancelled()) return { ok: false, why: 'cancelled' };
  }
}

const tellProgress = ({ id, around }: Job, share: number): void =>
  around.tell({ version: VERSION, id, tell: 'progress', share }, []);

/** The buffers of a recorded run: megabytes that would take as long to copy as to make. */
function buffersOf(answer: Answer<Outcome>): ArrayBuffer[] {
  if (!answer.ok || !('columns' in answer.value)) return [];
  const { kind, subject, node, pods, first, tick } = answer.value.columns;
  return [kind, subject, node, pods, first, tick].flatMap((column) => column?.buffer ?? []);
}
