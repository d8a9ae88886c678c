import type { Scenario } from '#lib/allocator/scenario/index.ts';
import {
  Trace,
  type CheckEvidence,
  type PressureEvidence,
  type Recorder,
  type Run,
  type ScalingEvidence
} from '#lib/allocator/trace/index.ts';
import type { Choices } from './choices.ts';
import type { Counts } from './counts.ts';
import { Engine, type RunEnd } from './engine.ts';
import { pageLimits, type Limits } from './limits.ts';
import type { EvidenceSink } from './sim.ts';

/** A finished run: its records, its counts, how it ended, and the evidence of any check on demand. */
export interface FinishedRun extends Run {
  readonly counts: Counts;
  readonly end: RunEnd;
}

/**
 * Runs a scenario to its end and keeps the records. Evidence is always what the policy found, also at a step that a
 * choice decides.
 *
 * @param limits after which it is given up, with the end `limit`; those of `limitsOf` unless said
 * @throws {RangeError} for a choice that cannot be carried out, such as an allocation without room
 */
export function run(scenario: Scenario, choices?: Choices, limits?: Limits): FinishedRun {
  const trace = new Trace(scenario);
  const engine = new Engine(scenario, trace, undefined, limits, choices);
  engine.advance();
  return finishedRun(trace, engine.counts, engine.end as RunEnd, choices);
}

/** A run whose records are there already, such as one that was made elsewhere and sent here. */
export function finishedRun(trace: Trace, counts: Counts, end: RunEnd, choices?: Choices): FinishedRun {
  const gatheredAt = gathering(trace, choices);
  return {
    trace,
    counts,
    end,
    evidenceAt: (step) => gatheredAt(step).checks.get(step),
    scalingAt: (step) => gatheredAt(step).scalings.get(step),
    pressureAt: (step) => gatheredAt(step).pressures.get(step)
  };
}

/** Runs a scenario for its counts alone; nothing is recorded. */
export function count(scenario: Scenario): { readonly counts: Counts; readonly end: RunEnd } {
  const engine = new Engine(scenario, nothing);
  engine.advance();
  return { counts: engine.counts, end: engine.end as RunEnd };
}

const nothing: Recorder = { step: () => undefined, record: () => undefined };

/** What was gathered over some steps, by step. */
interface Gathered {
  readonly checks: Map<number, CheckEvidence>;
  readonly scalings: Map<number, ScalingEvidence>;
  readonly pressures: Map<number, PressureEvidence>;
}

/**
 * What the decision in a step compared: the scenario is run again up to that step with the evidence wanted, so that the
 * answer is the run's own and costs nothing until someone asks. All steps of a chunk are kept at once.
 */
function gathering({ scenario, last }: Trace, choices?: Choices): (step: number) => Gathered {
  const size = chunkSize(scenario);
  const chunks = new Map<number, Gathered>();
  return (step) => {
    const chunk = Math.floor(step / size);
    const known = chunks.get(chunk);
    if (known !== undefined) return known;
    const gathered: Gathered = { checks: new Map(), scalings: new Map(), pressures: new Map() };
    const sink: EvidenceSink = {
      wants: (s) => Math.floor(s / size) === chunk,
      take: (s, evidence) => gathered.checks.set(s, evidence),
      takeScaling: (s, evidence) => gathered.scalings.set(s, evidence),
      takePressure: (s, evidence) => gathered.pressures.set(s, evidence)
    };
    new Engine(scenario, nothing, sink, undefined, choices).advance(Math.min((chunk + 1) * size, last + 1));
    chunks.set(chunk, gathered);
    return gathered;
  };
}

/**
 * Steps whose evidence is gathered at once. A jump into another chunk costs a run up to there, so a run that a page shows
 * is one chunk, unless its checks look at so many nodes that all their verdicts would fill the memory.
 */
const chunkSize = ({ nodes }: Scenario): number =>
  Math.max(LEAST_CHUNK, Math.min(pageLimits.steps, Math.floor(MOST_VERDICTS / nodes.length)));

const LEAST_CHUNK = 256;
const MOST_VERDICTS = 100_000;
