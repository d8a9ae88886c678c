import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPreference, storePreference } from '#lib/ui/site/preference.ts';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('storePreference()', () => {
  it('keeps a choice until it is taken back', () => {
    storePreference('theme', 'dark');
    expect(readPreference('theme')).toBe('dark');
    storePreference('theme', undefined);
    expect(readPreference('theme')).toBeUndefined();
  });

  it('does without a browser that refuses to keep anything', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => storePreference('theme', 'dark')).not.toThrow();
  });
});

describe('readPreference()', () => {
  it('finds nothing where reading is forbidden', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(readPreference('theme')).toBeUndefined();
  });
});
