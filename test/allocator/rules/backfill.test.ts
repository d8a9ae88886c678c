import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backfillPass, type Discipline } from '#lib/allocator/rules/backfill.ts';
import type { BackfillVerdict } from '#lib/allocator/rules/backfill-verdict.ts';
import { type Claim, poolClaim, type Room } from '#lib/allocator/rules/room.ts';

/** A queue in one line: `4x10` is a job that asks for 4 nodes and declares 10 ticks. */
const queue = (text: string) =>
  text.split(' ').map((job) => {
    const [nodes, estimate] = job.split('x').map(Number);
    return { claim: poolClaim([nodes!]), estimate: estimate! };
  });

function pass(discipline: Discipline, room: Room, jobs: string) {
  const verdicts: BackfillVerdict[] = [];
  const starts = backfillPass(discipline, room, queue(jobs), (_, verdict) => verdicts.push(verdict));
  return { starts, verdicts, reasons: verdicts.map((verdict) => verdict.reason) };
}

// Eight nodes, five of them held until tick 10: the head asks for 6, fits at 10 and leaves 2 over.
const room: Room = { now: 2, free: [3], running: [{ end: 10, held: [5] }] };

describe('backfillPass() under block', () => {
  it('starts jobs in order while they fit and lets nobody pass the first that does not', () => {
    const { starts, reasons } = pass('block', room, '2x5 2x5 1x5');
    expect(starts).toEqual([0]);
    expect(reasons).toEqual(['nobody-ahead', 'too-little-free', 'blocked']);
  });
});

describe('backfillPass() under easy', () => {
  it('reserves the shadow time for the head and reports what is left over at it', () => {
    const [head, next] = pass('easy', room, '6x5 1x99').verdicts;
    expect(head?.reservation).toMatchObject({ start: 10, end: 15 });
    expect(next?.shadow).toEqual({ start: 10, extra: Float64Array.of(2) });
  });

  it('lets a job pass that ends exactly at the shadow time, and not one tick later', () => {
    expect(pass('easy', room, '6x5 3x8').reasons).toEqual(['too-little-free', 'ends-in-time']);
    expect(pass('easy', room, '6x5 3x9').reasons).toEqual(['too-little-free', 'would-delay']);
  });

  it('lets long jobs pass until they have used up the extra nodes', () => {
    const { starts, reasons } = pass('easy', room, '6x5 1x99 1x99 1x99');
    expect(starts).toEqual([1, 2]);
    expect(reasons.slice(1)).toEqual(['leaves-room', 'leaves-room', 'would-delay']);
  });

  it('does not charge the extra nodes to a job that ends in time', () => {
    expect(pass('easy', room, '6x5 1x3 2x99').reasons.slice(1)).toEqual(['ends-in-time', 'leaves-room']);
  });

  it('counts the jobs that it has just started among those that the head waits for', () => {
    const [, head] = pass('easy', room, '2x30 7x5').verdicts;
    expect(head?.reservation?.start).toBe(32);
  });

  it('counts all jobs that end at the shadow time', () => {
    const twins: Room = { now: 2, free: [1], running: [6, 6].map((end) => ({ end, held: [4] })) };
    expect(pass('easy', twins, '5x5 1x100').reasons).toEqual(['too-little-free', 'leaves-room']);
  });

  it('lets no job that could never fit hold up the others: the next that waits is the head', () => {
    const { verdicts, reasons } = pass('easy', room, '9x5 6x5 3x99');
    expect(verdicts[0]?.reservation).toBeUndefined();
    expect(reasons).toEqual(['too-little-free', 'too-little-free', 'would-delay']);
  });

  it('believes the claim of a job about where it fits, on nodes as on a pool', () => {
    // Two nodes of 2; a pod of 2 needs one node whole. One free GPU on each is no room for it.
    const wholeNode: Claim = (free) =>
      [0, 1].map((n) => (free[n] === 2 ? [2 - 2 * n, 2 * n] : undefined)).find(Boolean);
    const oneGpu: Claim = (free) => (free[0]! >= 1 ? [1, 0] : undefined);
    const halves: Room = { now: 0, free: [1, 1], running: [{ end: 4, held: [1, 0] }] };
    const reasons: string[] = [];
    const jobs = [
      { claim: wholeNode, estimate: 5 },
      { claim: oneGpu, estimate: 9 }
    ];
    backfillPass('easy', halves, jobs, (_, verdict) => reasons.push(verdict.reason));
    expect(reasons).toEqual(['too-little-free', 'would-delay']);
  });
});

describe('backfillPass() under conservative', () => {
  // Six nodes: 4 held until 10. The head (6 nodes) is reserved 10 to 20, the second (4 nodes) 20 to 30.
  const six: Room = { now: 0, free: [2], running: [{ end: 10, held: [4] }] };

  it('reserves room for every waiting job, behind those ahead of it', () => {
    const { verdicts } = pass('conservative', six, '6x10 4x10');
    expect(verdicts.map(({ reservation }) => reservation?.start)).toEqual([10, 20]);
  });

  // Ten nodes, 6 held until 10; the head is reserved 10 to 20 and the second 20 to 30. A job of 2 for 25 ticks leaves
  // 8 nodes throughout: enough for a head of 8, too few for a second of 9.
  const ten: Room = { now: 0, free: [4], running: [{ end: 10, held: [6] }] };

  it('lets nobody delay the second in the queue, which EASY would allow', () => {
    const jobs = '8x10 9x10 2x25';
    expect(pass('easy', ten, jobs).starts).toEqual([2]);
    expect(pass('conservative', ten, jobs)).toMatchObject({
      starts: [],
      reasons: ['too-little-free', 'too-little-free', 'would-delay']
    });
  });

  it('lets a job pass that leaves everybody ahead their room', () => {
    expect(pass('conservative', ten, '8x10 8x10 2x25').reasons[2]).toBe('leaves-room');
  });

  it('lets a job pass that ends before anybody ahead starts', () => {
    expect(pass('conservative', ten, '8x10 9x10 4x10').reasons[2]).toBe('ends-in-time');
  });

  it('tells a job that fits but would delay somebody from one that does not fit', () => {
    expect(pass('conservative', ten, '8x10 4x11 5x1').reasons).toEqual([
      'too-little-free',
      'would-delay',
      'too-little-free'
    ]);
  });

  it('gives a job that could never fit no reservation', () => {
    const { verdicts, starts } = pass('conservative', six, '7x5 2x99');
    expect(verdicts[0]?.reservation).toBeUndefined();
    expect(starts).toEqual([1]);
    expect(verdicts[1]?.reason).toBe('nobody-ahead');
  });
});

/** A pool of 8 with some jobs running, and a queue. */
const situations = fc.record({
  held: fc.array(fc.record({ end: fc.integer({ min: 1, max: 20 }), nodes: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 2
  }),
  queue: fc.array(fc.record({ nodes: fc.integer({ min: 1, max: 8 }), estimate: fc.integer({ min: 1, max: 25 }) }), {
    minLength: 1,
    maxLength: 8
  })
});

type Situation = typeof situations extends fc.Arbitrary<infer T> ? T : never;

/** The pass, and the pass that would follow at the same tick with those who started among the running. */
function twice(discipline: Discipline, { held, queue: jobs }: Situation) {
  const free = 8 - held.reduce((sum, { nodes }) => sum + nodes, 0);
  const running = held.map(({ end, nodes }) => ({ end, held: [nodes] }));
  const text = (of: Situation['queue']) => of.map(({ nodes, estimate }) => `${nodes}x${estimate}`).join(' ');
  const first = pass(discipline, { now: 0, free: [free], running }, text(jobs));
  const started = jobs.filter((_, i) => first.starts.includes(i));
  const waiting = jobs.filter((_, i) => !first.starts.includes(i));
  const left = free - started.reduce((sum, { nodes }) => sum + nodes, 0);
  const now = started.map(({ nodes, estimate }) => ({ end: estimate, held: [nodes] }));
  const room = { now: 0, free: [left], running: [...running, ...now] };
  const second = waiting.length === 0 ? undefined : pass(discipline, room, text(waiting));
  const reserved = (of: BackfillVerdict[]) => of.filter((v) => !v.starts).map((v) => v.reservation?.start);
  return { left, before: reserved(first.verdicts), second, after: reserved(second?.verdicts ?? []) };
}

describe('backfillPass()', () => {
  it.each<Discipline>(['easy', 'conservative'])(
    'lets nobody pass who would delay a reservation, and leaves nobody for a second pass, under %s',
    (discipline) => {
      fc.assert(
        fc.property(situations, (situation) => {
          const { left, before, second, after } = twice(discipline, situation);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(after).toEqual(before);
          expect(second?.starts ?? []).toEqual([]);
        })
      );
    }
  );

  it.each<Discipline>(['block', 'easy', 'conservative'])(
    'never hands out more than is free, under %s',
    (discipline) => {
      const empty: Room = { now: 0, free: [4], running: [] };
      expect(pass(discipline, empty, '2x5 2x5 1x1').starts).toEqual([0, 1]);
    }
  );
});
