import { describe, expect, it } from 'vitest';
import { FreeOverTime, poolClaim, without } from '#lib/allocator/rules/room.ts';

const demand = (...amounts: number[]) => poolClaim(amounts);

// Four nodes, worked by hand:
//
//   tick   0         5         10
//   a      ##########                    holds 3 until 5
//   b      ####################          holds 1 until 10
//   free   0         3         4
const busy = {
  now: 0,
  free: [0],
  running: [
    { end: 5, held: [3] },
    { end: 10, held: [1] }
  ]
};

describe('FreeOverTime', () => {
  it('rises as the running jobs end, by their estimates', () => {
    const time = new FreeOverTime(busy);
    expect([0, 4, 5, 9, 10, 99].map((tick) => time.at(tick)[0])).toEqual([0, 0, 3, 3, 4, 4]);
  });

  it('expects a job that has outrun its estimate to end at the next tick', () => {
    const time = new FreeOverTime({ now: 7, free: [0], running: [{ end: 5, held: [2] }] });
    expect([time.at(7)[0], time.at(8)[0]]).toEqual([0, 2]);
  });

  it('never expects the end of a job without an estimate', () => {
    const time = new FreeOverTime({ now: 0, free: [1], running: [{ end: Infinity, held: [3] }] });
    expect(time.at(1e9)[0]).toBe(1);
  });

  it('finds the earliest start at an end', () => {
    expect(new FreeOverTime(busy).earliest(demand(2), 1)).toEqual({ start: 5, end: 6, amounts: [2] });
  });

  it('asks for room during the whole estimate, not at its start alone', () => {
    const time = new FreeOverTime(busy);
    time.take({ start: 7, end: 8, amounts: [3] });
    expect(time.earliest(demand(2), 2)?.start).toBe(5);
    expect(time.earliest(demand(2), 3)?.start).toBe(8);
  });

  it('gives back at its end what a reservation took', () => {
    const time = new FreeOverTime(busy);
    time.take({ start: 5, end: 12, amounts: [2] });
    expect([4, 5, 10, 12].map((tick) => time.at(tick)[0])).toEqual([0, 1, 2, 4]);
  });

  it('has no start for what even an empty room would not hold', () => {
    expect(new FreeOverTime(busy).earliest(demand(5), 1)).toBeUndefined();
  });

  it('asks for every resource', () => {
    const time = new FreeOverTime({ now: 0, free: [4, 0], running: [{ end: 3, held: [0, 1] }] });
    expect(time.earliest(demand(4, 1), 1)?.start).toBe(3);
  });
});

describe('without()', () => {
  it('subtracts amount by amount and leaves the room as it was', () => {
    const room = [4, 8];
    expect([...without(room, [1, 8])]).toEqual([3, 0]);
    expect(room).toEqual([4, 8]);
  });
});
