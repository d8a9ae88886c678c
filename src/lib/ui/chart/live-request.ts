import { createActor, type Actor } from 'xstate';
import type { Move, StateName, Turn } from '#lib/allocator/lifecycle/index.ts';
import { leafOf, lifecycleMachine, type LifecycleEvent } from '#lib/allocator/lifecycle/machine.ts';

/** One request as a running XState actor. Loads XState, so it is imported when a page needs it. */
export class LiveRequest {
  readonly #actor: Actor<typeof lifecycleMachine>;

  /** A request that has made the given moves already; those it refuses are passed over. */
  constructor(moves: readonly Move[] = []) {
    this.#actor = createActor(lifecycleMachine, { input: {} }).start();
    for (const move of moves) this.send(move);
  }

  get state(): StateName {
    return leafOf(this.#actor.getSnapshot().value);
  }

  /** Sends an event; undefined where the chart refuses it, and the request stays as it is. */
  send(move: Move): Turn | undefined {
    const event: LifecycleEvent = { type: move.event, truths: move.truths };
    if (!this.#actor.getSnapshot().can(event)) return undefined;
    const from = this.state;
    this.#actor.send(event);
    return { ...move, from, to: this.state };
  }
}
