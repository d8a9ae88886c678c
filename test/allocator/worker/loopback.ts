import { createClient, serve, type Client, type Signal, type Tell } from '#lib/allocator/worker/index.ts';

/** A client and a worker in one thread, with a clock that moves only when it is read. */
export interface Loopback {
  readonly client: Client;
  /** Everything that the workers told, in order. */
  readonly told: Tell[];
  /** Buffers that came with each message. */
  readonly transferred: (readonly ArrayBuffer[])[];
  /** How many workers were opened, and how many ended. */
  readonly workers: { opened: number; ended: number };
  /** Called at every pause of a worker. */
  onPause: () => void;
  /** Lets what is due after a time happen. */
  runTimers(): void;
}

/**
 * @param perLook milliseconds that pass between two looks at the clock
 * @param deaf whether the first worker hears no cancellation
 */
export function loopback(perLook = 30, deaf = false): Loopback {
  const timers: (() => void)[] = [];
  let now = 0;
  const loop: Loopback = {
    client: createClient(
      (onMessage) => {
        const first = loop.workers.opened++ === 0;
        let alive = true;
        const hear = serve({
          now: () => (now += perLook),
          pause: async () => loop.onPause(),
          tell: (message, transfer) => {
            if (!alive) return;
            loop.told.push(message);
            loop.transferred.push(transfer);
            onMessage(message);
          }
        });
        return {
          post: (ask) => {
            if (!(deaf && first && ask.ask === 'cancel')) void hear(ask);
          },
          terminate: () => {
            alive = false;
            loop.workers.ended++;
          }
        };
      },
      (_, what) => timers.push(what)
    ),
    told: [],
    transferred: [],
    workers: { opened: 0, ended: 0 },
    onPause: () => undefined,
    runTimers: () => {
      for (const what of timers.splice(0)) what();
    }
  };
  return loop;
}

/** A signal, and what sets it off at some pause of the worker. */
export function abortAtPause(loop: Loopback, pause: number): Signal {
  const controller = new AbortController();
  let pauses = 0;
  loop.onPause = () => {
    if (++pauses === pause) controller.abort();
  };
  return controller.signal;
}
