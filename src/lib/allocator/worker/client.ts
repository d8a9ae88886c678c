import type { Gathered, Steps } from '#lib/allocator/sim/index.ts';
import { VERSION, isTell, type Answer, type Ask, type Outcome, type Source, type Wish } from './protocol.ts';
import type { Manner, Measured, Recorded } from './task.ts';

/** A worker as the client sees it. */
export interface Port {
  post(ask: Ask): void;
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** Opens a worker. The first function is called with each of its messages, the second when it cannot go on. */
export type OpenPort = (onMessage: (message: unknown) => void, onError: (message: string) => void) => Port;

/** What tells a run to stop; an `AbortSignal` is one. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options: { readonly once: true }): void;
}

/** What a page hears of a run while it goes on, and what tells it to stop. */
export interface Hearing {
  /** Is called with the share of the run that is done, 0 to 1, at least ten times a second. */
  readonly onProgress?: (share: number) => void;
  /** Cancels the run: its promise resolves at once, and the worker stops soon after. */
  readonly signal?: Signal;
}

export interface Options extends Hearing, Manner {}

/** Runs scenarios in a worker, which is opened for the first and kept for the next. */
export interface Client {
  /** Counts a run. Never rejects: what went wrong is in the answer. */
  count(source: Source, options?: Options): Promise<Answer<Measured>>;
  /** Runs a scenario and keeps its records. Never rejects: what went wrong is in the answer. */
  record(source: Source, options?: Options): Promise<Answer<Recorded>>;
  /** Gathers what the decisions in some steps of a run compared. Never rejects: what went wrong is in the answer. */
  gather(source: Source, steps: Steps, hearing?: Hearing): Promise<Answer<Gathered>>;
  /** Cancels everything and ends the worker. A later ask opens another. */
  close(): void;
}

/** Milliseconds after a cancellation at which a worker that has not stopped is ended. */
const PATIENCE = 50;

interface Pending {
  readonly ask: Ask;
  readonly onProgress: Options['onProgress'];
  settle(answer: Answer<Outcome>): void;
}

/**
 * @param open opens a worker
 * @param after calls a function some milliseconds later
 */
export function createClient(open: OpenPort, after: (milliseconds: number, what: () => void) => void): Client {
  const pending = new Map<number, Pending>();
  /** Asks that were cancelled and whose worker has not answered yet. */
  const stopping = new Set<number>();
  let port: Port | undefined;
  let last = 0;

  const hear = (message: unknown): void => {
    if (!isTell(message)) return fail('the page and its worker are of different versions');
    const { id } = message;
    if (message.tell === 'progress') return pending.get(id)?.onProgress?.(message.share);
    stopping.delete(id);
    pending.get(id)?.settle(message.answer);
  };
  const drop = (): void => {
    port?.terminate();
    port = undefined;
    stopping.clear();
  };
  const fail = (message: string): void => {
    drop();
    for (const { settle } of [...pending.values()]) settle({ ok: false, why: 'failed', message });
  };
  /** A worker of which nothing is heard belongs to a port that was dropped, and is of no interest. */
  const openPort = (): Port => {
    const opened: Port = open(
      (message) => port === opened && hear(message),
      (message) => port === opened && fail(message)
    );
    return opened;
  };
  const post = (ask: Ask): void => (port ??= openPort()).post(ask);
  const cancel = (id: number): void => {
    const cancelled = pending.get(id);
    if (cancelled === undefined) return;
    cancelled.settle({ ok: false, why: 'cancelled' });
    stopping.add(id);
    post({ version: VERSION, id, ask: 'cancel' });
    after(PATIENCE, () => stopping.has(id) && restart());
  };
  /** Ends a worker that is too busy to listen, and lets another do what else it was asked. */
  const restart = (): void => {
    drop();
    for (const { ask } of pending.values()) post(ask);
  };
  const start = (wish: Wish, { onProgress, signal }: Hearing) =>
    new Promise<Answer<Outcome>>((resolve) => {
      if (signal?.aborted === true) return resolve({ ok: false, why: 'cancelled' });
      const id = ++last;
      const ask: Ask = { version: VERSION, id, ...wish };
      const settle = (answer: Answer<Outcome>): void => {
        pending.delete(id);
        resolve(answer);
      };
      pending.set(id, { ask, onProgress, settle });
      post(ask);
      signal?.addEventListener('abort', () => cancel(id), { once: true });
    });
  const mannerOf = ({ limits, indexedFrom }: Manner): Manner => ({ limits, indexedFrom });
  return {
    count: (source, options = {}) =>
      start({ ask: 'count', source, manner: mannerOf(options) }, options) as Promise<Answer<Measured>>,
    record: (source, options = {}) =>
      start({ ask: 'run', source, manner: mannerOf(options) }, options) as Promise<Answer<Recorded>>,
    gather: (source, steps, hearing = {}) =>
      start({ ask: 'gather', source, steps }, hearing) as Promise<Answer<Gathered>>,
    close: () => {
      drop();
      for (const { settle } of [...pending.values()]) settle({ ok: false, why: 'cancelled' });
    }
  };
}
