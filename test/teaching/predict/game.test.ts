import { describe, expect, it } from 'vitest';
import { readScenario, type Scenario } from '#lib/allocator/scenario/index.ts';
import {
  beginGame,
  legalMoves,
  makeMove,
  modelAnswer,
  replay,
  tableOf,
  totalRegret,
  undoMove,
  type Game,
  type Move
} from '#lib/teaching/predict/index.ts';

function scenario(text: string): Scenario {
  const read = readScenario(`schema: 1\nid: game\n${text}`);
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join('\n'));
  return read.scenario;
}

// One GPU, worked by hand: long holds it 0..60 or short 0..10; both arrive at once.
const twoJobs = scenario(`
cluster: { nodes: [{ name: node-a, allocatable: { nvidia.com/gpu: 1 } }] }
policy: { preset: textbook, blocked: skip }
jobs:
  - { name: long, service: 60s, resources: { limits: { nvidia.com/gpu: 1 } } }
  - { name: short, service: 10s, resources: { limits: { nvidia.com/gpu: 1 } } }
`);

const twoNodes = scenario(`
cluster:
  nodes:
    - { name: node-a, allocatable: { nvidia.com/gpu: 2 } }
    - { name: node-b, allocatable: { nvidia.com/gpu: 4 } }
policy: { preset: kubernetes }
jobs:
  - { name: low, service: 60s, resources: { limits: { nvidia.com/gpu: 4 } } }
  - { name: mid, arrival: 1s, service: 60s, priority: 5, resources: { limits: { nvidia.com/gpu: 2 } } }
  - { name: high, arrival: 10s, service: 60s, priority: 9, resources: { limits: { nvidia.com/gpu: 2 } } }
`);

/** What the policy would do: every grade names it. */
const model = (game: Game): Move => makeMove(game, { verb: 'wait' }).made.at(-1)!.grade.model;

/** The game after the policy has made some moves. */
function afterPolicy(game: Game, moves: number): Game {
  let now = game;
  for (let i = 0; i < moves; i++) now = makeMove(now, model(now));
  return now;
}

describe('a game of playing the allocator', () => {
  it('stops at each check and offers what can be done there', () => {
    const game = beginGame(twoJobs);
    expect(game.run.evidenceAt(game.step!)?.job).toBe('long');
    expect(legalMoves(game)).toEqual([{ verb: 'allocate', node: 'node-a' }, { verb: 'wait' }, { verb: 'reject' }]);
  });

  it('calls the move of the policy right, with its reason and no regret', () => {
    const { grade } = makeMove(beginGame(twoJobs), { verb: 'allocate', node: 'node-a' }).made[0]!;
    expect(grade).toEqual({
      right: true,
      model: { verb: 'allocate', node: 'node-a' },
      reason: 'Job long gets 1 GPU on node-a: 1 GPU free becomes 0.',
      regret: 0
    });
  });

  it('measures another move by the turnaround it costs: less than nothing if it does better', () => {
    // Policy: long 60, short 70. Long waits: short 10, long 70. So 80 − 130.
    const { grade } = makeMove(beginGame(twoJobs), { verb: 'wait' }).made[0]!;
    expect(grade).toMatchObject({ right: false, regret: -50 });
    expect(grade.reason).toContain('Job long gets 1 GPU');
  });

  it('never forgives a job that is not done any more', () => {
    expect(makeMove(beginGame(twoJobs), { verb: 'reject' }).made[0]!.grade.regret).toBe(Infinity);
  });

  it('goes on with the run that the moves made', () => {
    const game = makeMove(beginGame(twoJobs), { verb: 'wait' });
    expect(game.run.evidenceAt(game.step!)?.job).toBe('short');
    const next = makeMove(game, { verb: 'allocate', node: 'node-a' });
    expect(next.made.map(({ grade }) => grade.right)).toEqual([false, true]);
    expect(totalRegret(next)).toBe(-50);
  });

  it('is over when no check is left', () => {
    let game = beginGame(twoJobs);
    while (game.step !== undefined) game = afterPolicy(game, 1);
    expect(legalMoves(game)).toEqual([]);
    expect(totalRegret(game)).toBe(0);
    expect(() => makeMove(game, { verb: 'wait' })).toThrow(RangeError);
  });

  it('takes moves back, down to the beginning', () => {
    const begun = beginGame(twoJobs);
    const played = makeMove(begun, { verb: 'wait' });
    expect(undoMove(played)).toEqual({ ...begun, run: expect.anything() as unknown });
    expect(undoMove(begun)).toBe(begun);
  });

  it('refuses what has no room', () => {
    const game = afterPolicy(beginGame(twoJobs), 1);
    expect(() => makeMove(game, { verb: 'allocate', node: 'node-a' })).toThrow('"allocate" cannot be done here');
    expect(() => makeMove(game, { verb: 'allocate', node: 'node-z' })).toThrow(RangeError);
    expect(() => makeMove(game, { verb: 'scale' })).toThrow(RangeError);
  });
});

describe('preempting by hand', () => {
  const before = afterPolicy(beginGame(twoNodes), 2);
  const job = (game: Game): string | undefined => game.run.evidenceAt(game.step!)?.job;

  it('offers every single victim that makes room', () => {
    expect(job(before)).toBe('high');
    expect(legalMoves(before)).toContainEqual({ verb: 'preempt', victims: ['mid'] });
    expect(legalMoves(before)).toContainEqual({ verb: 'preempt', victims: ['low'] });
  });

  it('stops whom the learner names, and says whom the policy stops', () => {
    const after = makeMove(before, { verb: 'preempt', victims: ['mid'] });
    const { grade, step } = after.made.at(-1)!;
    expect(grade.right).toBe(false);
    expect(grade.model).toEqual({ verb: 'preempt', victims: ['low'] });
    expect(after.run.trace.recordsOf(step + 1).some((r) => r.subject === 1)).toBe(true);
  });

  it('weighs turnaround by priority', () => {
    // The policy stops low at 10, which goes at 40: high 40..100, low again 100..160, mid 1..61.
    // To wait: low 0..60, high 60..120. (60 + 3 · 110) − (160 + 3 · 90), mid alike.
    expect(makeMove(before, { verb: 'wait' }).made.at(-1)!.grade.regret).toBe(-40);
  });

  it('refuses victims that are not there or do not stand on one node', () => {
    const refused = '"preempt" cannot be done here';
    expect(() => makeMove(before, { verb: 'preempt', victims: [] })).toThrow(refused);
    expect(() => makeMove(before, { verb: 'preempt', victims: ['nobody'] })).toThrow(refused);
    expect(() => makeMove(before, { verb: 'preempt', victims: ['low', 'mid'] })).toThrow(refused);
  });
});

describe('what a game shows', () => {
  it('asks who asks for what, says what is free and held, and offers the moves in words', () => {
    const { turn, policy, cost } = tableOf(makeMove(beginGame(twoJobs), { verb: 'allocate', node: 'node-a' }));
    expect(turn).toMatchObject({
      clock: '0:00',
      ask: 'At 0:00 job short asks for 1 GPU.',
      facts: [
        'node-a has 0 of 1 GPU free.',
        'Job long holds 1 GPU on node-a.',
        'By their estimates long runs for 1:00 and short for 0:10.'
      ],
      moves: ['Preempt job long', 'Let it wait', 'Reject it']
    });
    expect(policy).toContain('Order: first come, first served.');
    expect(cost).toBe('no difference');
  });

  it('tells each move beside the policy’s, with its cost on the run’s clock', () => {
    const { made, cost } = tableOf(makeMove(beginGame(twoJobs), { verb: 'wait' }));
    expect(made).toEqual([
      {
        clock: '0:00',
        job: 'long',
        move: 'Let it wait',
        right: false,
        model: 'Allocate it on node-a',
        reason: 'Job long gets 1 GPU on node-a: 1 GPU free becomes 0.',
        cost: '0:50 less'
      }
    ]);
    expect(cost).toBe('0:50 less');
  });

  it('says of a job that is never done that no time makes up for it', () => {
    expect(tableOf(makeMove(beginGame(twoJobs), { verb: 'reject' })).cost).toBe('a job is never done');
  });

  it('asks nothing more when all is decided', () => {
    let game = beginGame(twoJobs);
    while (game.step !== undefined) game = afterPolicy(game, 1);
    expect(tableOf(game).turn).toBeUndefined();
    expect(modelAnswer(game)).toBeUndefined();
  });
});

describe('the model answer', () => {
  it('is the move that earns no regret, with the reason of the run', () => {
    expect(modelAnswer(beginGame(twoJobs))).toEqual({
      model: { verb: 'allocate', node: 'node-a' },
      reason: 'Job long gets 1 GPU on node-a: 1 GPU free becomes 0.'
    });
  });

  it('cannot be told from where a move stands among the others', () => {
    // The policy preempts low at this check; among the victims mid comes where it joined, not where it is right.
    const moves = legalMoves(afterPolicy(beginGame(twoNodes), 2));
    expect(moves.map((move) => move.verb)).toEqual(['preempt', 'preempt', 'wait', 'reject']);
    expect(moves.slice(0, 2).flatMap((move) => ('victims' in move ? move.victims : []))).toEqual(['low', 'mid']);
  });
});

describe('replay()', () => {
  it('makes the moves at some positions again', () => {
    const game = replay(twoJobs, [1, 0]);
    expect(game.made.map(({ move }) => move)).toEqual([{ verb: 'wait' }, { verb: 'allocate', node: 'node-a' }]);
  });

  it('refuses a position at which there is no move', () => {
    expect(() => replay(twoJobs, [9])).toThrow('there is no move 9 after 0 moves');
  });
});
