import { describe, expect, it } from 'vitest';
import { presentAct } from '#lib/ui/class/present-keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) =>
  presentAct({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe('presentAct()', () => {
  it.each([
    ['PageDown', 'next'],
    ['PageUp', 'previous'],
    ['.', 'blank']
  ])('understands the key %s of a clicker as %s', (key, type) => {
    expect(press(key)).toEqual({ type });
  });

  it('leaves the browser its own keys', () => {
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined();
    expect(press('Escape')).toBeUndefined();
  });
});
