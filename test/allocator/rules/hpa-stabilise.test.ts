import { describe, expect, it } from 'vitest';
import { stabilise, stabiliseDown } from '#lib/allocator/rules/hpa-stabilise.ts';

const history = [
  { replicas: 9, age: 300 },
  { replicas: 5, age: 120 },
  { replicas: 4, age: 60 }
];

describe('stabilise()', () => {
  it('falls to the most that was asked for in the window', () => {
    expect(stabilise(100, 3, history, 0, 180)).toBe(5);
  });

  it('rises to the least that was asked for in the window', () => {
    expect(stabilise(1, 8, history, 180, 0)).toBe(4);
  });

  it('follows at once without a window', () => {
    expect([stabilise(100, 3, history, 0, 0), stabilise(1, 8, history, 0, 0)]).toEqual([3, 8]);
  });

  it('stays when it was asked for both more and less than now', () => {
    expect(stabilise(6, 8, history, 180, 180)).toBe(6);
  });

  it('forgets what is exactly as old as the window', () => {
    expect([stabilise(100, 3, history, 0, 300), stabilise(100, 3, history, 0, 301)]).toEqual([5, 9]);
  });
});

describe('stabiliseDown()', () => {
  it('holds back a fall for 5 minutes by default', () => {
    expect(stabiliseDown(3, history)).toBe(5);
  });

  it('never holds back a rise', () => {
    expect(stabiliseDown(8, history)).toBe(8);
  });
});
