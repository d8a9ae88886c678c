import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { Trace, type Run } from '#lib/allocator/trace/index.ts';
import type { Choices } from './choices.ts';
import type { Counts } from './counts.ts';
import { Engine, type RunEnd } from './engine.ts';
import { Gatherer, type Gathered } from './gather.ts';
import { pageLimits, type Limits } from './limits.ts';
import { unrecorded } from './unrecorded.ts';

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
  const gatheredAt = byChunks(trace, choices);
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
  const engine = new Engine(scenario, unrecorded);
  engine.advance();
  return { counts: engine.counts, end: engine.end as RunEnd };
}

/** What the decision in a step compared, gathered when someone first asks. All steps of a chunk are kept at once. */
function byChunks({ scenario, last }: Trace, choices?: Choices): (step: number) => Gathered {
  const size = chunkSize(scenario);
  const chunks = new Map<number, Gathered>();
  const gatherer = new Gatherer(scenario, choices);
  return (step) => {
    const chunk = Math.floor(step / size);
    const known = chunks.get(chunk);
    if (known !== undefined) return known;
    gatherer.begin({ from: chunk * size, to: Math.min((chunk + 1) * size, last + 1) });
    gatherer.advance();
    const gathered = gatherer.gathered();
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
