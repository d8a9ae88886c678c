import { describe, expect, it } from 'vitest';
import { type MigInstance, migRoom, migStarts, placeMig } from '#lib/allocator/rules/mig.ts';
import { migCard, type MigCard, migProfile, type MigProfile } from '#lib/allocator/rules/mig-profiles.ts';

const h100 = migCard('H100-80GB');
const a30 = migCard('A30-24GB');

const profile = (name: string, card: MigCard = h100): MigProfile => {
  const found = migProfile(card, name);
  if (found === undefined) throw new Error(name);
  return found;
};

/** `3g.40gb@4` is an instance that begins at memory slice 4. */
const placed = (...instances: string[]): MigInstance[] =>
  instances.map((text) => {
    const [name, start] = text.split('@');
    return { profile: profile(name!), start: Number(start) };
  });

function inTurn(card: MigCard, name: string): number[] {
  const instances: MigInstance[] = [];
  for (;;) {
    const place = placeMig(card, profile(name, card), instances);
    if (!('start' in place)) return instances.map(({ start }) => start);
    instances.push({ profile: profile(name, card), start: place.start });
  }
}

describe('migStarts()', () => {
  it('leaves out the starts whose slices somebody else has', () => {
    expect(migStarts(profile('2g.20gb'), placed('1g.10gb@1'))).toEqual([2, 4]);
  });

  it('lets instances stand side by side', () => {
    expect(migStarts(profile('3g.40gb'), placed('4g.40gb@0'))).toEqual([4]);
  });

  it('gives a second instance with media extensions no place on the card', () => {
    expect(migStarts(profile('1g.10gb+me'), placed('1g.10gb+me@0'))).toEqual([]);
    expect(migStarts(profile('1g.10gb'), placed('1g.10gb+me@0'))).toHaveLength(6);
  });
});

describe('migRoom()', () => {
  it('counts how many more fit', () => {
    expect(migRoom(profile('1g.10gb'), placed('3g.40gb@4'))).toBe(4);
  });

  it('finds no room for a 1g beside two 3g, though one compute slice is unused', () => {
    expect(migRoom(profile('1g.10gb'), placed('3g.40gb@0', '3g.40gb@4'))).toBe(0);
  });

  it('counts one at most with media extensions', () => {
    expect(migRoom(profile('1g.10gb+me'), [])).toBe(1);
  });
});

describe('placeMig()', () => {
  it('takes the start that rules out least, as drivers were seen to do', () => {
    expect(inTurn(h100, '1g.10gb')).toEqual([6, 4, 5, 0, 1, 2, 3]);
    expect(inTurn(h100, '3g.40gb')).toEqual([4, 0]);
    expect(inTurn(a30, '1g.6gb')).toEqual([0, 1, 2, 3]);
  });

  it('calls a card fragmented that has the slices, but in the wrong places', () => {
    const place = placeMig(h100, profile('3g.40gb'), placed('1g.10gb@1', '1g.10gb@5'));
    expect(place).toMatchObject({ refusal: { reason: 'fragmented', size: 4, freeSlices: 6 } });
    expect(place).toMatchObject({
      refusal: {
        blocked: [
          { start: 0, by: { start: 1 } },
          { start: 4, by: { start: 5 } }
        ]
      }
    });
  });

  it('calls it so even when just as many slices are free as the profile takes', () => {
    const place = placeMig(h100, profile('3g.40gb'), placed('2g.20gb@0', '1g.20gb@6'));
    expect(place).toMatchObject({ refusal: { reason: 'fragmented', freeSlices: 4 } });
  });

  it('calls a card full that has too few slices', () => {
    const place = placeMig(h100, profile('2g.20gb'), placed('4g.40gb@0', '3g.40gb@4'));
    expect(place).toMatchObject({ refusal: { reason: 'full', freeSlices: 0 } });
  });

  it('says who has the media extensions', () => {
    const place = placeMig(h100, profile('1g.10gb+me'), placed('1g.10gb+me@3'));
    expect(place).toMatchObject({ refusal: { reason: 'media-taken', by: { start: 3 } } });
  });
});
