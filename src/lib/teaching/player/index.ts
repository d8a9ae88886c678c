/**
 * The player of a run as a pure reducer: where it stands, whether it plays, how fast. Whoever shows it owns the timer
 * and the address.
 */
export { play, speeds, startPlayer, type Player, type PlayerCommand, type Speed } from './player.ts';
export { markAfter, markBefore, readStep, type LinkedStep } from './steps.ts';
