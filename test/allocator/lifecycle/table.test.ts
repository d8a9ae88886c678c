import { describe, expect, it } from 'vitest';
import {
  chart,
  compile,
  next,
  table,
  stateId,
  eventId,
  guardId,
  type ChartNode
} from '#lib/allocator/lifecycle/index.ts';

const to = (state: keyof typeof stateId, event: keyof typeof eventId, ...truths: (keyof typeof guardId)[]) => {
  const id = next(
    stateId[state],
    eventId[event],
    truths.reduce((bits, g) => bits | (1 << guardId[g]), 0)
  );
  return id < 0 ? 'refused' : table.states[table.transitions[id]!.to];
};

describe('the compiled table', () => {
  it('walks the happy path', () => {
    expect(to('requested', 'check')).toBe('checking');
    expect(to('checking', 'decide', 'fits')).toBe('allocated');
    expect(to('allocated', 'start')).toBe('running');
    expect(to('running', 'end')).toBe('releasing');
    expect(to('releasing', 'release', 'completed')).toBe('released');
  });

  it.each([
    ['invalid', 'rejected'],
    ['overQuota', 'rejected'],
    ['heldByQuota', 'waiting.held'],
    ['neverFits', 'rejected'],
    ['fits', 'allocated'],
    ['canPreempt', 'waiting.preempting'],
    ['canScaleUp', 'waiting.scaling']
  ] as const)('decides %s alone as %s', (guard, state) => {
    expect(to('checking', 'decide', guard)).toBe(state);
  });

  it('queues when no guard of the check holds', () => {
    expect(to('checking', 'decide')).toBe('waiting.queued');
  });

  it('asks the guards of the check in their fixed order', () => {
    const order = ['invalid', 'overQuota', 'heldByQuota', 'neverFits', 'fits', 'canPreempt', 'canScaleUp'] as const;
    order.forEach((guard, i) => {
      expect(to('checking', 'decide', ...order.slice(i))).toBe(to('checking', 'decide', guard));
    });
  });

  it('rechecks, expires and cancels from every way of waiting', () => {
    for (const state of ['waiting.queued', 'waiting.held', 'waiting.scaling', 'waiting.preempting'] as const) {
      expect(to(state, 'recheck')).toBe('checking');
      expect(to(state, 'expire')).toBe('failed');
      expect(to(state, 'cancel')).toBe('failed');
    }
  });

  it('expires and cancels one that is back in the queue and not checked yet', () => {
    expect(to('requested', 'expire')).toBe('failed');
    expect(to('requested', 'cancel')).toBe('failed');
  });

  it('gives a running victim its grace period and an allocated one none', () => {
    expect(to('running', 'preempt')).toBe('stopping');
    expect(to('running', 'evict')).toBe('stopping');
    expect(to('allocated', 'preempt')).toBe('releasing');
    expect(to('stopping', 'stop')).toBe('releasing');
  });

  it('leaves releasing by completion, by the queue, by back-off or by failure', () => {
    expect(to('releasing', 'release', 'requeued')).toBe('requested');
    expect(to('releasing', 'release', 'retryLeft')).toBe('backoff');
    expect(to('releasing', 'release')).toBe('failed');
    expect(to('backoff', 'retry')).toBe('requested');
  });

  it('refuses every event in a final state', () => {
    for (const state of ['released', 'rejected', 'failed'] as const)
      for (const event of table.events) expect(to(state, event as keyof typeof eventId), event).toBe('refused');
  });

  it('has one row for every edge of the chart, inherited ones once for each substate', () => {
    expect(table.transitions).toHaveLength(47);
    expect(table.states).toHaveLength(14);
  });
});

describe('the compiler', () => {
  const node = (states: Record<string, ChartNode>): ChartNode => ({ initial: 'a', states });

  it('refuses what a table cannot represent and names the place', () => {
    const refused: [unknown, string][] = [
      [node({ a: { on: { go: { target: 'b', actions: 'x' } } }, b: {} } as never), 'a on go: "actions"'],
      [node({ a: { entry: 'x' } } as never), 'a: "entry"'],
      [node({ a: { always: { target: 'b' } }, b: {} } as never), 'a: "always"'],
      [node({ a: { after: { 10: 'b' } }, b: {} } as never), 'a: "after"'],
      [node({ a: { invoke: { src: 'x' } } } as never), 'a: "invoke"'],
      [node({ a: { type: 'history' } }), 'type "history"'],
      [{ type: 'parallel', states: { a: {} } }, 'type "parallel"'],
      [node({ a: { on: { '*': { target: 'a' } } } }), 'wildcards'],
      [node({ a: { on: { go: {} } } }), 'without a target'],
      [node({ a: { on: { go: { target: 'nowhere' } } } }), 'nowhere: no such state'],
      [node({ a: { on: { go: { target: 'a', guard: () => true } } } } as never), 'a guard must be a name'],
      [node({ a: { on: { go: [{ target: 'a' }, { target: 'b' }] } }, b: {} }), 'never reached'],
      [node({ a: { type: 'final', on: { go: { target: 'a' } } } }), 'final state'],
      [{ states: { a: {} } }, 'initial']
    ];
    for (const [bad, message] of refused) expect(() => compile(bad as ChartNode), message).toThrow(message);
  });

  it('tries the edges of a substate before those of the state around it', () => {
    const t = compile(
      node({
        a: {
          initial: 'x',
          states: { x: { on: { go: { target: 'y', guard: 'g' } } }, y: {} },
          on: { go: { target: 'b' } }
        },
        b: {}
      })
    );
    const from = t.states.indexOf('a.x');
    const row = t.first[from * t.events.length]!;
    expect(t.states[t.transitions[row]!.to]).toBe('a.y');
    expect(t.states[t.transitions[t.alternative[row]!]!.to]).toBe('b');
  });

  it('gives the same table each time', () => {
    expect(compile(chart)).toEqual(table);
  });
});
