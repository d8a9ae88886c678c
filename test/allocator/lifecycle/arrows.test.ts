import { describe, expect, it } from 'vitest';
import { arrows, arrowWords, isOutcome, table } from '#lib/allocator/lifecycle/index.ts';

const arrow = (id: string) => arrows.find((one) => one.id === id)!;

describe('arrows', () => {
  it('stand at the index of their transition, each with an id of its own', () => {
    expect(arrows).toHaveLength(table.transitions.length);
    for (const { id, to } of table.transitions) expect(arrows[id]!.to).toBe(table.states[to]);
    expect(new Set(arrows.map(({ id }) => id)).size).toBe(arrows.length);
  });

  it('tell the outcomes of a check and of a release from ways that nothing decides', () => {
    const outcomes = arrows.filter(isOutcome);
    expect([...new Set(outcomes.map(({ event }) => event))]).toEqual(['decide', 'release']);
    expect(outcomes).toHaveLength(12);
  });

  it('are said without the names of guards', () => {
    expect(arrowWords(arrow('checking.decide.fits'))).toBe('it fits now');
    expect(arrowWords(arrow('checking.decide'))).toBe('nothing fits now, so it waits');
    expect(arrowWords(arrow('stopping.stop'))).toBe('the grace period is over');
  });
});
