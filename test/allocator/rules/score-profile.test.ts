import { expect, it } from 'vitest';
import { profileScore } from '../../../src/lib/allocator/rules/score-profile.ts';

it('counts a tolerated node three times as much as a good fit or a good balance', () => {
  expect(profileScore({ taints: 100, fit: 50, balanced: 20 })).toBe(370);
});
