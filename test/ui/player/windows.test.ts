import { describe, expect, it } from 'vitest';
import type { Lane } from '#lib/teaching/explain/index.ts';
import { barsIn, ticksAround } from '#lib/ui/player/timeline-window.ts';
import { readView } from '#lib/ui/player/views.ts';
import { around } from '#lib/ui/player/window.ts';

describe('the steps around one', () => {
  it('are all of a run that is short enough', () => {
    expect(around(3, 9, 60)).toEqual({ from: 0, to: 9 });
  });

  it('have it in their middle, and stay within the run at its ends', () => {
    expect(around(500, 1000, 60)).toEqual({ from: 470, to: 529 });
    expect(around(2, 1000, 60)).toEqual({ from: 0, to: 59 });
    expect(around(999, 1000, 60)).toEqual({ from: 941, to: 1000 });
  });
});

describe('the time that a timeline draws', () => {
  const lane: Lane = {
    node: 'n',
    label: 'GPU 1',
    device: true,
    bars: Array.from({ length: 1000 }, (_, i) => ({
      job: `j${i}`,
      state: 'running',
      from: i * 10,
      to: i * 10 + 8,
      step: i,
      until: i + 1
    }))
  };

  it('is the whole run where it has few bars', () => {
    expect(ticksAround([lane], 500, 9998, 1000)).toEqual({ from: 0, to: 9998 });
  });

  it('holds the present tick and no more bars than asked where it has many', () => {
    for (const tick of [0, 4321, 9998]) {
      const shown = ticksAround([lane], tick, 9998, 100);
      expect(barsIn(lane, shown).length).toBeLessThanOrEqual(100);
      expect(barsIn(lane, shown).length).toBeGreaterThan(40);
      expect(tick).toBeGreaterThanOrEqual(shown.from);
      expect(tick).toBeLessThanOrEqual(shown.to);
    }
  });

  it('holds every bar that reaches into it, and none that only touches it', () => {
    expect(barsIn(lane, { from: 18, to: 29 }).map(({ job }) => job)).toEqual(['j2']);
    expect(barsIn(lane, { from: 17, to: 30 }).map(({ job }) => job)).toEqual(['j1', 'j2', 'j3']);
  });
});

describe('the view of a link', () => {
  it('is the one that it names, and the table for any other name', () => {
    expect([readView('cluster'), readView(null), readView('gantt')]).toEqual(['cluster', 'table', 'table']);
  });
});
