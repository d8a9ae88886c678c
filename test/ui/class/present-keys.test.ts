import { describe, expect, it } from 'vitest';
import { presentAct } from '#lib/ui/class/present-keys.ts';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
  presentAct({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe('presentAct()', () => {
  it.each([
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['.', 'blank']
  ])('understands the key %s of a clicker as %s', (key, type) => {
    expect(press(key)).toEqual({ type });
  });

  it('goes to another run with Shift, and steps with it by the keys that the player gives to key moments', () => {
    expect(press('PageDown', { shiftKey: true })).toEqual({ type: 'run', by: 1 });
    expect(press('PageUp', { shiftKey: true })).toEqual({ type: 'run', by: -1 });
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ type: 'next' });
  });

  it('leaves the browser its own keys', () => {
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined();
    expect(press('Escape')).toBeUndefined();
  });
});
