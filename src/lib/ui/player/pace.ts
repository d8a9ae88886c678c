import type { Player } from '#lib/teaching/player/index.ts';

/** Milliseconds that a sentence stays when playing at speed 1. */
const READING = 2400;

/** Milliseconds between two steps of a player that plays; undefined for one that is paused. */
export const paceOf = ({ playing, speed }: Player): number | undefined => (playing ? READING / speed : undefined);

/** Calls `tick` at a pace until the returned function is called; never where there is none. */
export function atPace(pace: number | undefined, tick: () => void): () => void {
  if (pace === undefined) return () => undefined;
  const timer = setInterval(tick, pace);
  return () => clearInterval(timer);
}
