import { describe, expect, it } from 'vitest';
import { count, noVotes } from '#lib/ui/class/tally.ts';

describe('count()', () => {
  it('notes the hands of one option in one round and leaves the rest', () => {
    const tally = count(count(noVotes(3), 'before', 1, 12), 'after', 0, 4);
    expect(tally).toEqual({ before: [0, 12, 0], after: [4, 0, 0] });
  });

  it.each([-1, 1.5, NaN])('does not take %d for a number of hands', (votes) => {
    expect(count(noVotes(2), 'before', 0, votes)).toEqual(noVotes(2));
  });
});
