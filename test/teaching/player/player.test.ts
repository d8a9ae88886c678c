import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play, speeds, startPlayer, type PlayerCommand } from '#lib/teaching/player/index.ts';

const at = (step: number, playing = false) => ({ ...startPlayer(8, step), playing });

const command = fc.oneof(
  fc
    .constantFrom('first', 'previous', 'next', 'last', 'play', 'pause', 'tick', 'faster', 'slower')
    .map((type): PlayerCommand => ({ type }) as PlayerCommand),
  fc.integer({ min: -5, max: 30 }).map((step): PlayerCommand => ({ type: 'goTo', step })),
  fc.constantFrom(...speeds).map((speed): PlayerCommand => ({ type: 'speed', speed }))
);

const tick = { type: 'tick', stop: false } as const;

describe('startPlayer()', () => {
  it('starts paused at step 0', () => {
    expect(startPlayer(8)).toEqual({ step: 0, last: 8, playing: false, speed: 1 });
  });

  it('starts at the nearest step when asked for one beyond the end', () => {
    expect(startPlayer(8, 99).step).toBe(8);
  });
});

describe('play()', () => {
  it.each([
    ['first', 3, 0],
    ['previous', 3, 2],
    ['next', 3, 4],
    ['last', 3, 8],
    ['previous', 0, 0],
    ['next', 8, 8]
  ] as const)('takes %s from step %i to step %i', (type, from, to) => {
    expect(play(at(from), { type }).step).toBe(to);
  });

  it.each(['first', 'previous', 'next', 'last'] as const)('pauses on %s, because the learner sets the pace', (type) => {
    expect(play(at(3, true), { type }).playing).toBe(false);
  });

  it('pauses when a step is chosen directly', () => {
    expect(play(at(3, true), { type: 'goTo', step: 5 })).toEqual(at(5));
  });

  it('starts over when asked to play from the end', () => {
    expect(play(at(8), { type: 'play' })).toEqual(at(0, true));
  });

  it('has nothing to play in a run of one step', () => {
    expect(play(startPlayer(0), { type: 'play' })).toEqual(startPlayer(0));
  });

  it('moves one step a tick and pauses on reaching the last', () => {
    expect([play(at(6, true), tick), play(at(7, true), tick)]).toEqual([at(7, true), at(8)]);
  });

  it('ignores a tick that comes after a pause', () => {
    expect(play(at(3), tick)).toEqual(at(3));
  });

  it('pauses at the step that the timer was told to stop at', () => {
    expect(play(at(3, true), { ...tick, stop: true })).toEqual(at(4));
  });

  it('changes speed one notch at a time and stays within the notches', () => {
    const notches = (type: 'faster' | 'slower') => {
      const seen = [];
      for (let player = startPlayer(8), i = 0; i < 4; i += 1) {
        player = play(player, { type });
        seen.push(player.speed);
      }
      return seen;
    };
    expect([notches('faster'), notches('slower')]).toEqual([
      [2, 4, 4, 4],
      [0.5, 0.25, 0.25, 0.25]
    ]);
  });

  it('stays on a whole step of the run whatever is asked, and never plays at its end', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(command, { maxLength: 40 }), (last, commands) => {
        const { step, playing } = commands.reduce(play, startPlayer(last));
        return Number.isInteger(step) && step >= 0 && step <= last && !(playing && step === last);
      })
    );
  });
});
