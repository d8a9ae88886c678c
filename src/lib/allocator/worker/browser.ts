/// <reference lib="dom" />
import { readScenario, readScenarioData, type ScenarioFile } from '#lib/allocator/scenario/index.ts';
import { finishedRun, pageLimits, type FinishedRun, type Steps } from '#lib/allocator/sim/index.ts';
import { Trace } from '#lib/allocator/trace/index.ts';
import { createClient, type Options, type OpenPort } from './client.ts';
import type { Answer, Source } from './protocol.ts';
import { remoteRun, type Gathering } from './remote.ts';
import type { Measured } from './task.ts';

/** The bundler finds the worker's file by this very expression. */
const open: OpenPort = (onMessage, onError) => {
  const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module', name: 'allocator' });
  worker.onmessage = ({ data }) => onMessage(data);
  worker.onmessageerror = () => onError('a message of the worker could not be read');
  worker.onerror = (event) => {
    event.preventDefault();
    onError(event.message || 'the worker could not be loaded');
  };
  return { post: (ask) => worker.postMessage(ask), terminate: () => worker.terminate() };
};

const client = createClient(open, (milliseconds, what) => void setTimeout(what, milliseconds));

/**
 * Counts a scenario's run off the main thread: its operations, and its times in ticks. The promise never rejects: problems
 * of the scenario, a cancellation and a failure of the worker are answers.
 *
 * @param source the text of a scenario file, or the data in one
 */
export const startCount = (source: Source, options?: Options): Promise<Answer<Measured>> =>
  client.count(source, options);

/** A run made elsewhere, with the file it came from. */
export interface StartedRun {
  readonly file: ScenarioFile;
  readonly run: FinishedRun;
}

/**
 * Runs a scenario off the main thread, with its records: see `startCount`. What its checks compared is found when someone
 * asks for it: here, or for a run longer than `pageLimits` in the worker again.
 */
export async function startRun(source: Source, options?: Options): Promise<Answer<StartedRun>> {
  const read = typeof source === 'string' ? readScenario(source) : readScenarioData(source);
  if (!read.ok) return { ok: false, why: 'problems', problems: read.problems };
  const answer = await client.record(source, options);
  if (!answer.ok) return answer;
  const { columns, counts, end } = answer.value;
  const trace = Trace.of(read.scenario, columns);
  const isShort = trace.last <= pageLimits.steps;
  const run = isShort ? finishedRun(trace, counts, end) : remoteRun(trace, counts, end, gatherFrom(source));
  return { ok: true, value: { file: read.file, run } };
}

const gatherFrom =
  (source: Source) =>
  (steps: Steps): Gathering => {
    const stopping = new AbortController();
    return { answer: client.gather(source, steps, { signal: stopping.signal }), cancel: () => stopping.abort() };
  };

/** Cancels everything that runs and ends the worker: for a page that is left. */
export const stopAll = (): void => client.close();
