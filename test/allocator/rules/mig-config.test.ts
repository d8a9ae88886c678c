import { describe, expect, it } from 'vitest';
import { balancedMig, isMigConfig, migLayout } from '#lib/allocator/rules/mig-config.ts';
import { migCard, migCards } from '#lib/allocator/rules/mig-profiles.ts';

const a100 = migCard('A100-40GB');

describe('isMigConfig()', () => {
  it('finds a way for instances that go together', () => {
    expect(isMigConfig(a100, { '3g.20gb': 1, '2g.10gb': 1, '1g.5gb': 2 })).toBe(true);
  });

  it('goes by memory slices: 3 + 3 + 1 compute slices are 7, and do not fit', () => {
    expect(isMigConfig(a100, { '3g.20gb': 2, '1g.5gb': 1 })).toBe(false);
  });

  it('goes by starts: 4g and four 1g have 8 memory slices, and the last one has no start', () => {
    expect(isMigConfig(a100, { '4g.20gb': 1, '1g.5gb': 4 })).toBe(false);
  });

  it('takes back a start that leaves the others no place', () => {
    expect(isMigConfig(a100, { '1g.10gb': 3, '1g.5gb': 2 })).toBe(true);
  });

  it('has the media extensions once', () => {
    expect(isMigConfig(a100, { '1g.5gb+me': 2 })).toBe(false);
  });

  it('refuses a profile that the card does not have, and one named 0 times', () => {
    expect(isMigConfig(a100, { bogus: 1 })).toBe(false);
    expect(isMigConfig(a100, { '1g.5gb': 0 })).toBe(false);
  });

  it('answers for any count', () => {
    expect(isMigConfig(a100, { '1g.5gb': 1e12 })).toBe(false);
  });

  it('accepts the card as it is', () => {
    expect(isMigConfig(a100, {})).toBe(true);
  });
});

describe('migLayout()', () => {
  it('gives starts that do not overlap', () => {
    const layout = migLayout(a100.profiles.filter((p) => p.name === '3g.20gb' || p.name === '4g.20gb'));
    expect(layout?.map(({ start }) => start).sort((a, b) => a - b)).toEqual([0, 4]);
  });
});

describe('balancedMig()', () => {
  it('takes two 1g, a 2g and a 3g of the plain profiles', () => {
    expect(balancedMig(migCard('B200-180GB'))).toEqual({ '1g.23gb': 2, '2g.45gb': 1, '3g.90gb': 1 });
  });

  it('does without a 3g on a card of four slices', () => {
    expect(balancedMig(migCard('A30-24GB'))).toEqual({ '1g.6gb': 2, '2g.12gb': 1 });
  });

  it('is a configuration of every card', () => {
    for (const card of migCards.values()) expect(isMigConfig(card, balancedMig(card))).toBe(true);
  });
});
