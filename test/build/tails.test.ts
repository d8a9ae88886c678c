import { describe, expect, it } from 'vitest';
import type { Layout } from '../../src/build/layout.ts';
import { attachTails } from '../../src/build/tails.ts';

const rect = { x: 100, y: 200, width: 50, height: 40 };

/** A box and one arrow that starts above it, at (120, 150). */
function layout(outer: boolean): Layout {
  return {
    frame: { x: 0, y: 0, width: 300, height: 300 },
    states: [{ id: 'waiting', rect, lines: ['waiting'], outer }],
    edges: [{ id: 'edge0', path: 'M120,150L120,80' }],
    starts: []
  };
}

const pathFrom = (source: string, outer: boolean): string | undefined =>
  attachTails(layout(outer), new Map([['edge0', source]])).edges[0]?.path;

describe('attachTails()', () => {
  it('leads an arrow back to the nearest point of the box that it leaves', () => {
    expect(pathFrom('waiting', true)).toBe('M120,200L120,150L120,80');
  });

  it('leaves alone what Mermaid draws right: arrows from states that hold no others', () => {
    expect(pathFrom('waiting', false)).toBe('M120,150L120,80');
    expect(pathFrom('elsewhere', true)).toBe('M120,150L120,80');
  });
});
