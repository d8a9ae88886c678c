import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Why } from '#lib/teaching/explain/index.ts';
import { viewContent } from '../../kit.ts';

const scenarios = readdirSync('content/scenarios').map((file) => file.replace(/\.yaml$/, ''));

/** The reason of the first step that the process table calls so. */
function why(scenario: string, action: string): Why {
  const view = viewContent(scenario);
  for (let step = 1; step <= view.last; step++) {
    const at = view.at(step);
    if (at.row?.action.startsWith(action) === true && at.why !== undefined) return at.why;
  }
  throw new Error(`${scenario} has no step "${action}" with a reason`);
}

const facts = (of: Why) => Object.fromEntries(of.facts.map(({ label, value }) => [label, value]));

describe('the reason of a step', () => {
  it.each(scenarios)('is there at every step of %s', (scenario) => {
    const view = viewContent(scenario);
    const without = Array.from({ length: view.last }, (_, i) => i + 1).filter(
      (step) => view.at(step).why === undefined
    );
    expect(without).toEqual([]);
  });

  it.each(scenarios)('names each of its figures once in %s', (scenario) => {
    const view = viewContent(scenario);
    for (let step = 1; step <= view.last; step++) {
      const labels = view.at(step).why?.facts.map(({ label }) => label) ?? [];
      expect(new Set(labels).size, `step ${step}`).toBe(labels.length);
    }
  });

  it('gives what an HPA measured, aimed at, asked for and set', () => {
    expect(facts(why('hpa-up-and-down', 'Scale serve'))).toEqual({
      'Replicas before': '4',
      'CPU used of what they request': '90 %',
      'Aimed at': '60 %',
      'So it asks for': '⌈4 × 90 ÷ 60⌉ = 6',
      'It sets': '6',
      'Its condition reads': 'DesiredWithinRange'
    });
  });

  it('gives whom a new node is for, what it offers, how many there may be, and when it comes', () => {
    expect(facts(why('scale-up', 'Ask for'))).toEqual({
      'Waiting for a new node': 'train (1 GPU)',
      'new-1 offers': '8 CPU and 1 GPU',
      'Nodes now, and at most': '1 of 2',
      'A node takes': '1:30'
    });
  });

  it('says who loses what with a node', () => {
    const gone = why('node-lost', 'Node gone');
    expect(gone.answer).toContain('lost from outside');
    expect(facts(gone)).toEqual({ 'It offered': '1 GPU', 'Held on it': 'train (1 GPU)' });
  });

  it('says that a node nobody needs is taken back', () => {
    expect(why('scale-down', 'Node gone').answer).toContain('nobody has needed for');
  });

  it('says that a refused node is not to be had', () => {
    expect(why('scale-up-refused', 'Refuse').answer).toContain('The provider has none to give');
  });

  it('gives exit code and restart policy of a container that crashed in place', () => {
    expect(facts(why('restart-in-place', 'Crash'))).toEqual({
      'Exit code': '1',
      'Its restart policy': 'OnFailure',
      'So it keeps': '1 GPU'
    });
  });

  it('gives the pods of a short node in the order of eviction, with use, request and priority', () => {
    expect(facts(why('memory-pressure', 'Stop'))).toEqual({
      'node-a has': '8 GiB',
      'Used on it': '9 GiB',
      'greedy, evicted': 'uses 5 GiB, requests 1 GiB, priority 5',
      'modest, would be 2nd': 'uses 4 GiB, requests 4 GiB, priority 0'
    });
  });

  it('gives how far each gang of a deadlock has come', () => {
    const stuck = 'holds room for 2 of 3 pods, and each of the others asks for 1 GPU';
    expect(facts(why('gang-deadlock', 'Deadlock'))).toEqual({ a: stuck, b: stuck });
  });
});
