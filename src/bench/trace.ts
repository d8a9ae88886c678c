import type { Effort } from './counting.ts';
import { line, type Goal, type Line } from './line.ts';
import type { TraceFigures } from './timed/trace.ts';
import type { Tools } from './tools.ts';

const NODES = 1000;
/** Transitions that a job of these runs takes, about: it is checked anew while it waits first in the queue. */
const TRANSITIONS_A_JOB = 10;

const atMost = (bound: number): Goal => ({ of: 'value', is: 'at most', bound });

/** Size and cost of what a run records, and of going about in it. */
export async function* tracing(tools: Tools, { jobs, rounds }: Effort): AsyncGenerator<Line> {
  const figures = await tools.ask<TraceFigures>('trace', NODES, jobs / TRANSITIONS_A_JOB, Math.min(3, rounds));
  const name = `${figures.transitions} transitions on ${NODES} nodes`;
  yield line(`${name}: size with keyframes`, figures.bytesATransition, 'bytes/transition', atMost(24));
  yield line(
    `${name}: recording`,
    figures.recording,
    'ms',
    { of: 'ratio', is: 'at most', bound: 0.25 },
    { name: 'the run without it', value: figures.running, ratio: figures.recording / figures.running }
  );
  yield line(`${name}: jump, 99th percentile`, figures.seek99, 'ms', atMost(0.5));
  yield line(`${name}: one step forwards`, figures.forwards / 1000, 'µs', atMost(1));
  yield line(`${name}: one step backwards`, figures.backwards / 1000, 'µs', atMost(1));
}
