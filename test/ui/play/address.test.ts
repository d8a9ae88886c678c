import { describe, expect, it } from 'vitest';
import { playQuery, readPlayAddress } from '#lib/ui/play/address.ts';

const read = (query: string) => readPlayAddress(new URLSearchParams(query));

describe('the address of a game', () => {
  it.each([
    { seed: undefined, moves: [] },
    { seed: 7, moves: [] },
    { seed: undefined, moves: [0, 12, 1] },
    { seed: 4_294_967_295, moves: [3] }
  ])('reads back what was written: %o', (address) => {
    expect(read(playQuery(address))).toEqual(address);
  });

  it('is empty for a game at its beginning', () => {
    expect(playQuery({ seed: undefined, moves: [] })).toBe('');
  });

  it.each(['?seed=x', '?seed=4294967296', '?seed=-1', '?moves=0..1', '?moves=a', '?moves=0.'])(
    'is refused where it is damaged: %s',
    (query) => {
      expect(read(query)).toBeUndefined();
    }
  );
});
