import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstState,
  guardsOf,
  guardId,
  isFinal,
  LONGEST_WALK,
  moved,
  readWalk,
  refusal,
  table,
  takersOf,
  turnWords,
  waysOf,
  writeWalk,
  type EventName,
  type GuardName,
  type StateName,
  type Turn
} from '#lib/allocator/lifecycle/index.ts';

const events = table.events as readonly EventName[];
const states = table.states as readonly StateName[];
const guards = Object.keys(guardId) as GuardName[];

const moves = fc.array(fc.record({ event: fc.constantFrom(...events), truths: fc.subarray(guards) }), {
  maxLength: 60
});

/** The moves that the chart takes, of those sent one after another. */
const taken = (sent: readonly { event: EventName; truths: readonly GuardName[] }[]): Turn[] => {
  const turns: Turn[] = [];
  for (const move of sent) {
    const turn = moved(turns.at(-1)?.to ?? firstState, move);
    if (turn !== undefined) turns.push(turn);
  }
  return turns;
};

const places = (turns: readonly Turn[]) => turns.map(({ event, from, to }) => ({ event, from, to }));

describe('a walk through the chart', () => {
  it('leads through the same states when it is read back from its text', () => {
    fc.assert(
      fc.property(moves, (sent) => {
        const turns = taken(sent);
        const read = readWalk(writeWalk(turns));
        expect(read.damaged).toBe(false);
        expect(places(read.turns)).toEqual(places(turns));
      })
    );
  });

  it('is written with the guards that its events ask for alone', () => {
    const truths: GuardName[] = ['completed', 'fits'];
    expect(
      writeWalk(
        taken([
          { event: 'check', truths },
          { event: 'decide', truths },
          { event: 'start', truths }
        ])
      )
    ).toBe('check.decide-fits.start');
  });

  it.each([
    ['an event that nobody knows', 'check.fly'],
    ['an event that its state refuses', 'check.start'],
    ['a guard that nobody knows', 'check.decide-luck'],
    ['a guard of another event', 'check.decide-completed'],
    ['an empty move', 'check..decide'],
    ['more moves than a link may have', ['check', ...Array<string>(LONGEST_WALK).fill('decide.recheck')].join('.')]
  ])('is damaged by %s, and is followed up to there', (_, text) => {
    const { turns, damaged } = readWalk(text);
    expect(damaged).toBe(true);
    expect(turns[0]).toMatchObject({ event: 'check', to: 'checking' });
  });

  it('never throws, whatever an address says', () => {
    fc.assert(fc.property(fc.string(), (text) => readWalk(text).turns.length >= 0));
  });
});

describe('waysOf()', () => {
  it('asks the guards in the order of the chart, up to the first that holds', () => {
    const ways = waysOf('checking', 'decide', ['fits', 'canScaleUp']);
    expect(ways.map(({ guard, asked, holds }) => `${guard ?? 'otherwise'} ${asked} ${holds}`)).toEqual([
      'invalid true false',
      'overQuota true false',
      'heldByQuota true false',
      'neverFits true false',
      'fits true true',
      'canPreempt false false',
      'canScaleUp false false',
      'otherwise false false'
    ]);
  });

  it('holds for the way that the move takes, in every state on every event', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.constantFrom(...events),
        fc.subarray(guards),
        (state, event, truths) => {
          const held = waysOf(state, event, truths).filter(({ holds }) => holds);
          expect(held.map(({ to }) => to)).toEqual(
            [moved(state, { event, truths })?.to].filter((to) => to !== undefined)
          );
        }
      )
    );
  });
});

describe('refusal()', () => {
  it('names the states that take the event', () => {
    expect(refusal('requested', 'start')).toBe(
      '“It starts” means nothing to a request that is requested. Only one that is allocated takes it.'
    );
  });

  it('names the four ways of waiting as one', () => {
    expect(refusal('running', 'recheck')).toContain('Only one that is waiting takes it.');
  });

  it('says of a final state that nothing happens to it any more', () => {
    expect(refusal('released', 'start')).toBe(
      'This request has come to its end (released): it takes no event any more.'
    );
  });

  it('speaks of every event that a state refuses', () => {
    for (const state of states)
      for (const event of events)
        if (!takersOf(event).includes(state) && !isFinal(state)) expect(refusal(state, event)).toMatch(/takes it\.$/);
  });
});

describe('guardsOf()', () => {
  it('lists the guards of the check in the order asked, and none of an event without choice', () => {
    expect(guardsOf('decide')).toEqual([
      'invalid',
      'overQuota',
      'heldByQuota',
      'neverFits',
      'fits',
      'canPreempt',
      'canScaleUp'
    ]);
    expect(guardsOf('start')).toEqual([]);
  });
});

describe('turnWords()', () => {
  it('says the event, and the guard that settled it where it could lead elsewhere', () => {
    const { turns } = readWalk('check.decide-fits.start');
    expect(turns.map(turnWords)).toEqual(['the check begins', 'the check is over: it fits now', 'it starts']);
  });

  it('says what is left when no guard holds', () => {
    expect(readWalk('check.decide').turns.map(turnWords)[1]).toBe('the check is over: nothing fits now, so it waits');
  });
});
