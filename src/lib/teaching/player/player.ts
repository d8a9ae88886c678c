/** Factors of the playing speed, slowest first. */
export const speeds = [0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

/** Where a run is shown: `step` is 0 to `last`. A player starts paused. */
export interface Player {
  readonly step: number;
  readonly last: number;
  readonly playing: boolean;
  readonly speed: Speed;
}

/**
 * What a learner or the timer asks. `tick` comes from the timer while playing, with
 * `stop` where playing is to end at the next step; everything else from a person.
 */
export type PlayerCommand =
  | { readonly type: 'first' | 'previous' | 'next' | 'last' | 'play' | 'pause' | 'faster' | 'slower' }
  | { readonly type: 'tick'; readonly stop: boolean }
  | { readonly type: 'goTo'; readonly step: number }
  | { readonly type: 'speed'; readonly speed: Speed };

/** A paused player of a run with steps 0 to `last`, at `step` or the step nearest to it. */
export function startPlayer(last: number, step = 0): Player {
  return { step: within(step, last), last, playing: false, speed: 1 };
}

/**
 * The player after a command. Going somewhere by hand pauses; playing pauses at the last step; playing from the last
 * step starts over. Steps outside the run become the nearest one.
 */
export function play(player: Player, command: PlayerCommand): Player {
  switch (command.type) {
    case 'first':
      return goTo(player, 0);
    case 'previous':
      return goTo(player, player.step - 1);
    case 'next':
      return goTo(player, player.step + 1);
    case 'last':
      return goTo(player, player.last);
    case 'goTo':
      return goTo(player, command.step);
    case 'play':
      return player.last === 0 ? player : { ...player, playing: true, step: player.step % player.last };
    case 'pause':
      return { ...player, playing: false };
    case 'tick':
      return tick(player, command.stop);
    case 'speed':
      return { ...player, speed: command.speed };
    case 'faster':
      return { ...player, speed: neighbour(player.speed, 1) };
    case 'slower':
      return { ...player, speed: neighbour(player.speed, -1) };
  }
}

const within = (step: number, last: number): number => Math.min(Math.max(step, 0), last);

const goTo = (player: Player, step: number): Player => ({
  ...player,
  step: within(step, player.last),
  playing: false
});

/** A tick that arrives after a pause is too late and moves nothing. */
function tick(player: Player, stop: boolean): Player {
  if (!player.playing) return player;
  const step = within(player.step + 1, player.last);
  return { ...player, step, playing: step < player.last && !stop };
}

const neighbour = (speed: Speed, by: 1 | -1): Speed => speeds[speeds.indexOf(speed) + by] ?? speed;
