import type { Sim } from './sim.ts';

/** A span that Kubernetes gives in seconds, in ticks of this run: rounded up, since nothing happens between ticks. */
export const ticksOf = (sim: Sim, seconds: number): number => Math.ceil((seconds * 1000) / sim.scenario.tickMillis);

/** Ticks of this run in seconds. */
export const secondsOf = (sim: Sim, ticks: number): number => (ticks * sim.scenario.tickMillis) / 1000;
