import { describe, expect, it } from 'vitest';
import { swipeOf } from '#lib/ui/player/swipe.ts';

const from = { x: 200, y: 400 };

describe('swipeOf()', () => {
  it.each([
    ['to the left', { x: 120, y: 410 }, 'next'],
    ['to the right', { x: 280, y: 390 }, 'previous'],
    ['that is no longer than a tap', { x: 170, y: 400 }, undefined],
    ['that goes down as much as across', { x: 120, y: 470 }, undefined],
    ['that scrolls', { x: 205, y: 100 }, undefined]
  ] as const)('reads a touch %s', (_, to, way) => {
    expect(swipeOf(from, to)).toBe(way);
  });
});
