import { readScenario, readScenarioData } from '#lib/allocator/scenario/index.ts';
import { VERSION, isAsk, type Answer, type Ask, type Tell } from './protocol.ts';
import { counting, recording, type Measured, type Recorded, type Task } from './task.ts';

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
  return async (message) => {
    if (!isAsk(message)) return refuse(around, message);
    const { id } = message;
    if (message.ask === 'cancel') {
      cancelled.add(id);
      return;
    }
    const answer = await answerTo(message, around, () => cancelled.has(id));
    cancelled.delete(id);
    around.tell({ version: VERSION, id, tell: 'answer', answer }, buffersOf(answer));
  };
}

function refuse(around: Surroundings, message: unknown): void {
  const id = (message as { id?: unknown } | null)?.id;
  const answer = { ok: false, why: 'failed', message: 'the page and its worker are of different versions' } as const;
  if (typeof id === 'number') around.tell({ version: VERSION, id, tell: 'answer', answer }, []);
}

/** Carries out one ask. Whatever goes wrong is part of the answer. */
async function answerTo(
  { id, ask, source, manner }: Exclude<Ask, { ask: 'cancel' }>,
  around: Surroundings,
  isCancelled: () => boolean
): Promise<Answer<Measured | Recorded>> {
  try {
    // Reading a workload of a million jobs takes a while itself.
    tellProgress(id, 0, around);
    await around.pause();
    if (isCancelled()) return { ok: false, why: 'cancelled' };
    const read = typeof source === 'string' ? readScenario(source) : readScenarioData(source);
    if (!read.ok) return { ok: false, why: 'problems', problems: read.problems };
    const task = ask === 'count' ? counting(read.scenario, manner) : recording(read.scenario, manner);
    return await carryOut<Measured | Recorded>(id, task, around, isCancelled);
  } catch (error) {
    return { ok: false, why: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function carryOut<T>(
  id: number,
  task: Task<T>,
  around: Surroundings,
  isCancelled: () => boolean
): Promise<Answer<T>> {
  for (;;) {
    const until = around.now() + SLICE;
    let over = task.advance();
    while (!over && around.now() < until) over = task.advance();
    if (over) return { ok: true, value: task.result() };
    tellProgress(id, task.progress, around);
    await around.pause();
    if (isCancelled()) return { ok: false, why: 'cancelled' };
  }
}

const tellProgress = (id: number, share: number, around: Surroundings): void =>
  around.tell({ version: VERSION, id, tell: 'progress', share }, []);

/** The buffers of a recorded run: megabytes that would take as long to copy as to make. */
function buffersOf(answer: Answer<Measured | Recorded>): ArrayBuffer[] {
  if (!answer.ok || !('columns' in answer.value)) return [];
  const { kind, subject, node, pods, first, tick } = answer.value.columns;
  return [kind, subject, node, pods, first, tick].flatMap((column) => column?.buffer ?? []);
}
