import { describe, expect, it } from 'vitest';
import { keyAct } from '#lib/ui/player/keys.ts';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held
});

describe('keyAct()', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['ArrowLeft', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    [' ', 'playOrPause'],
    [']', 'nextMoment'],
    ['[', 'previousMoment'],
    ['g', 'askStep'],
    ['G', 'askStep'],
    ['r', 'first'],
    ['-', 'slower']
  ])('reads %j as %s', (key, type) => {
    expect(keyAct(press(key), true)).toEqual({ type });
  });

  it.each([
    ['ArrowRight', 'nextMoment'],
    ['ArrowLeft', 'previousMoment'],
    ['?', 'showKeys'],
    ['+', 'faster'],
    ['R', 'first']
  ])('reads Shift and %j as %s', (key, type) => {
    expect(keyAct(press(key, { shiftKey: true }), true)).toEqual({ type });
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'] as const)('leaves keys with %s to the browser', (modifier) => {
    expect(keyAct(press('ArrowLeft', { [modifier]: true }), true)).toBeUndefined();
  });

  it('ignores letters and signs when they are switched off, and keeps the arrows', () => {
    expect([keyAct(press('r'), false), keyAct(press('?'), false), keyAct(press('ArrowRight'), false)]).toEqual([
      undefined,
      undefined,
      { type: 'next' }
    ]);
  });
});
