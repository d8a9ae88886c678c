import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { Trace, type CheckEvidence, type Recorder, type Run } from '#lib/allocator/trace/index.ts';
import type { Counts } from './counts.ts';
import { Engine, type RunEnd } from './engine.ts';

/** A finished run: its records, its counts, how it ended, and the evidence of any check on demand. */
export interface FinishedRun extends Run {
  readonly counts: Counts;
  readonly end: RunEnd;
}

/** Runs a scenario to its end and keeps the records. */
export function run(scenario: Scenario): FinishedRun {
  const trace = new Trace(scenario);
  const engine = new Engine(scenario, trace);
  engine.advance();
  return { trace, counts: engine.counts, end: engine.end as RunEnd, evidenceAt: evidenceOf(scenario) };
}

/** Runs a scenario for its counts alone; nothing is recorded. */
export function count(scenario: Scenario): { readonly counts: Counts; readonly end: RunEnd } {
  const engine = new Engine(scenario, nothing);
  engine.advance();
  return { counts: engine.counts, end: engine.end as RunEnd };
}

const nothing: Recorder = { step: () => undefined, record: () => undefined };

/**
 * What the check in a step compared: the scenario is run again up to that step with the check's evidence wanted, so
 * that the answer is the check's own and costs nothing until someone asks. All steps of a chunk are kept at once.
 */
function evidenceOf(scenario: Scenario): Run['evidenceAt'] {
  const chunks = new Map<number, Map<number, CheckEvidence>>();
  return (step) => {
    const chunk = Math.floor(step / CHUNK);
    let found = chunks.get(chunk);
    if (found === undefined) {
      const kept = new Map<number, CheckEvidence>();
      const sink = {
        wants: (s: number) => Math.floor(s / CHUNK) === chunk,
        take: (s: number, evidence: CheckEvidence) => kept.set(s, evidence)
      };
      const engine = new Engine(scenario, nothing, sink);
      engine.advance((chunk + 1) * CHUNK);
      found = kept;
      chunks.set(chunk, found);
    }
    return found.get(step);
  };
}

const CHUNK = 256;
