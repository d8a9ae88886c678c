import { createActor, initialTransition, transition, type StateValue } from 'xstate';
import { getSimplePaths } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import {
  guardId,
  next,
  stateId,
  table,
  type EventName,
  type GuardName,
  type StateName
} from '#lib/allocator/lifecycle/index.ts';
import { leafOf, lifecycleMachine, type LifecycleEvent } from '#lib/allocator/lifecycle/machine.ts';

const guards = Object.keys(guardId) as GuardName[];

const value = (state: string): string | Record<string, string> => {
  const [outer, inner] = state.split('.');
  return inner === undefined ? outer! : { [outer!]: inner };
};

/** Every event with every set of guards that some alternative of it names. */
const everyEvent: LifecycleEvent[] = table.events.flatMap((type) => {
  const named = guards.filter((g) =>
    table.transitions.some((t) => table.events[t.event] === type && t.guard === guardId[g])
  );
  return Array.from({ length: 1 << named.length }, (_, bits) => ({
    type: type as EventName,
    truths: named.filter((_, i) => (bits >> i) & 1)
  }));
});

const bitsOf = (event: LifecycleEvent): number => (event.truths ?? []).reduce((bits, g) => bits | (1 << guardId[g]), 0);
const byTable = (state: string, event: LifecycleEvent): string => {
  const id = next(stateId[state as StateName], table.events.indexOf(event.type), bitsOf(event));
  return id < 0 ? state : table.states[table.transitions[id]!.to]!;
};

describe('actor, pure transition and table', () => {
  it('agree in every state on every event under every truth of its guards', () => {
    for (const state of table.states) {
      const snapshot = lifecycleMachine.resolveState({ value: value(state) as never, context: { truths: [] } });
      for (const event of everyEvent) {
        const expected = byTable(state, event);
        const where = `${state} on ${event.type} [${(event.truths ?? []).join()}]`;
        const [pure] = transition(lifecycleMachine, snapshot, event);
        expect(leafOf(pure.value), where).toBe(expected);
        if (table.final[table.states.indexOf(state)]) continue; // a finished actor takes no events at all
        const actor = createActor(lifecycleMachine, { snapshot, input: {} }).start();
        actor.send(event);
        expect(leafOf(actor.getSnapshot().value), where).toBe(expected);
        actor.stop();
      }
    }
  });

  it('refuse the same events', () => {
    for (const state of table.states) {
      const snapshot = lifecycleMachine.resolveState({ value: value(state) as never, context: { truths: [] } });
      for (const event of everyEvent) {
        const id = next(stateId[state as StateName], table.events.indexOf(event.type), bitsOf(event));
        expect(snapshot.can(event), `${state} on ${event.type}`).toBe(id >= 0);
      }
    }
  });

  it('agree on every simple path of up to 12 events', () => {
    const oneForEachEdge: LifecycleEvent[] = table.transitions.map((t) => ({
      type: table.events[t.event] as EventName,
      truths: t.guard < 0 ? [] : [guards[t.guard]!]
    }));
    const events = [...new Map(oneForEachEdge.map((e) => [`${e.type}/${e.truths?.join()}`, e])).values()];
    const paths = getSimplePaths(lifecycleMachine, {
      events,
      limit: 100_000,
      input: {},
      serializeState: (snapshot) => leafOf((snapshot as { value: StateValue }).value)
    }).filter((p) => p.steps.length - 1 <= 12);
    const reached = new Set<string>();
    for (const path of paths) {
      let byRows = 'requested';
      let [pure] = initialTransition(lifecycleMachine, {});
      const actor = createActor(lifecycleMachine, { input: {} }).start();
      for (const { event } of path.steps.slice(1)) {
        const e = event as LifecycleEvent;
        byRows = byTable(byRows, e);
        [pure] = transition(lifecycleMachine, pure, e);
        actor.send(e);
      }
      expect(leafOf(path.state.value)).toBe(byRows);
      expect(leafOf(pure.value)).toBe(byRows);
      expect(leafOf(actor.getSnapshot().value)).toBe(byRows);
      reached.add(byRows);
      actor.stop();
    }
    expect([...reached].sort((a, b) => (a < b ? -1 : 1))).toEqual([...table.states].sort((a, b) => (a < b ? -1 : 1)));
    expect(paths.length).toBeGreaterThan(100);
  });
});
