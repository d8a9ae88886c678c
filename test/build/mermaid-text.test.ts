import { describe, expect, it } from 'vitest';
import { setup } from 'xstate';
import { mermaidChart, type Wording } from '../../src/build/mermaid-text.ts';

const guarded = setup({ guards: { fits: () => true, never: () => false } });
const machine = guarded.createMachine({
  initial: 'asks',
  states: {
    asks: { on: { check: [{ guard: 'fits', target: 'runs' }, { target: 'waits.queued' }], drop: 'gone' } },
    waits: { initial: 'queued', states: { queued: {} }, on: { cancel: 'gone', expire: 'gone' } },
    runs: {},
    gone: { type: 'final' }
  }
});

const plain: Wording = {
  state: (path) => path,
  branch: ({ event, guard }) => (guard === undefined ? event : `${event}: ${guard}`)
};

describe('mermaidChart()', () => {
  it('declares states, the way in and arrows, with nested states in their parent', () => {
    expect(mermaidChart(machine, plain).text.split('\n')).toEqual([
      'stateDiagram-v2',
      'state "asks" as s_asks',
      'state "waits" as s_waits {',
      'state "waits.queued" as s_waits__queued',
      '}',
      'state "runs" as s_runs',
      'state "gone" as s_gone',
      '[*] --> s_asks',
      's_asks --> s_runs: check#58; fits',
      's_asks --> s_waits__queued: check',
      's_asks --> s_gone: drop',
      's_waits --> s_gone: cancel<br/>expire'
    ]);
  });

  it('numbers arrows as Mermaid does, the way in first, and merges those between the same two states', () => {
    expect(mermaidChart(machine, plain).edges).toEqual([
      { id: 'edge1', source: 'asks', target: 'runs', branches: [{ event: 'check', guard: 'fits' }] },
      { id: 'edge2', source: 'asks', target: 'waits.queued', branches: [{ event: 'check' }] },
      { id: 'edge3', source: 'asks', target: 'gone', branches: [{ event: 'drop' }] },
      { id: 'edge4', source: 'waits', target: 'gone', branches: [{ event: 'cancel' }, { event: 'expire' }] }
    ]);
  });

  it('refuses a parallel state, which one picture of one current state cannot show', () => {
    const parallel = guarded.createMachine({
      initial: 'both',
      states: { both: { type: 'parallel', states: { a: {} } } }
    });
    expect(() => mermaidChart(parallel, plain)).toThrow('Cannot draw "both": it is a parallel state');
  });
});
