import { stream } from '#lib/base/random/index.ts';
import { Engine, unrecorded } from '#lib/allocator/sim/index.ts';
import { Cursor, isTransition, Trace } from '#lib/allocator/trace/index.ts';
import { median } from '../rounds.ts';
import { clusterScenario } from './cluster.ts';

/** What a recorded run costs, beside the same run that records nothing. */
export interface TraceFigures {
  readonly transitions: number;
  /** With keyframes. */
  readonly bytesATransition: number;
  /** Milliseconds that recording adds, and those of the run without it. */
  readonly recording: number;
  readonly running: number;
  /** Milliseconds of CPU of a jump: the one that 99 of 100 stay below. */
  readonly seek99: number;
  /** Nanoseconds of one step, forwards and backwards. */
  readonly forwards: number;
  readonly backwards: number;
}

const cpuMillis = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function millisOf(work: () => void): number {
  const before = cpuMillis();
  work();
  return cpuMillis() - before;
}

/** Runs some jobs on some nodes with and without records, then walks and jumps about in what was recorded. */
export function traceFigures(nodes: number, jobs: number, rounds: number): TraceFigures {
  const scenario = clusterScenario(nodes, jobs, { preset: 'textbook' });
  let trace = new Trace(scenario);
  const ratios: number[] = [];
  const runs: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const running = millisOf(() => new Engine(scenario, unrecorded).advance());
    trace = new Trace(scenario);
    const recorded = millisOf(() => new Engine(scenario, trace).advance());
    // The first round lets the engine compile what the others run.
    if (round === 0) continue;
    runs.push(running);
    ratios.push(recorded / running - 1);
  }
  const running = median(runs);
  return { running, recording: median(ratios) * running, ...walking(trace) };
}

function walking(trace: Trace): Omit<TraceFigures, 'running' | 'recording'> {
  const cursor = new Cursor(trace);
  let transitions = 0;
  for (let i = 0; i < trace.length; i++) if (isTransition(trace.kindOf(i))) transitions++;
  const steps = Math.min(100_000, trace.last);
  const nanosAStep = (millis: number): number => (millis * 1e6) / steps;
  const walk = (from: number, by: 1 | -1): number =>
    millisOf(() => {
      for (let i = 1; i <= steps; i++) cursor.seek(from + by * i);
    });
  walk(0, 1);
  walk(steps, -1);
  return {
    transitions,
    bytesATransition: (trace.bytes + cursor.bytes) / transitions,
    forwards: nanosAStep(walk(0, 1)),
    backwards: nanosAStep(walk(steps, -1)),
    seek99: percentile(seekTimes(cursor, trace.last), 0.99)
  };
}

function seekTimes(cursor: Cursor, last: number): number[] {
  const where = stream(1, 'seeks');
  return Array.from({ length: 3000 }, () => {
    const step = where.intBelow(last + 1);
    return millisOf(() => cursor.seek(step));
  }).slice(1000);
}

const percentile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)]!;
