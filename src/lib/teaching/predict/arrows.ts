import { arrows } from '#lib/allocator/lifecycle/index.ts';
import { readScenarioData } from '#lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '#lib/allocator/sim/index.ts';
import { isTransition, type Trace } from '#lib/allocator/trace/index.ts';
import { scenarioHash, type GeneratedItem } from './item.ts';
import type { TemplateId } from './templates/index.ts';

/** Ids of the arrows of the chart that a step takes. */
export const arrowsIn = (trace: Trace, step: number): string[] =>
  trace.recordsOf(step).flatMap(({ kind }) => (isTransition(kind) ? (arrows[kind]?.id ?? []) : []));

/** What the decisions of a run come to. */
export interface Decisions {
  /** Stands for the scenario in the ids of questions about it. */
  readonly hash: string;
  /** The arrows that settle the decision after a step, by that step. */
  readonly at: Readonly<Record<number, readonly string[]>>;
}

/** The decisions of a run that a learner can be asked to predict. Asks every step for its evidence. */
export function decisionsOf({ trace, evidenceAt }: FinishedRun): Decisions {
  const checks = Array.from({ length: trace.last }, (_, step) => step).filter((step) => evidenceAt(step) !== undefined);
  return {
    hash: scenarioHash(trace.scenario),
    at: Object.fromEntries(checks.map((step) => [step, arrowsIn(trace, step + 1)]))
  };
}

/** Templates that ask what the next step does; the others ask for a figure. */
const aboutNextStep: ReadonlySet<TemplateId> = new Set(['fits', 'node', 'victim', 'status']);

/** The arrows that a question made from a drawn run is about; none where it asks for a figure. */
export function arrowsOfGenerated({ template, scenario, step }: GeneratedItem): string[] {
  if (!aboutNextStep.has(template)) return [];
  const read = readScenarioData(scenario);
  return read.ok ? arrowsIn(run(read.scenario).trace, step + 1) : [];
}

const written = /^[a-z-]+@\d+\/([0-9a-f]{8})\/\d+\/(\d+)$/;

/** The arrows that a prediction in one of these runs was about, by the id of its question; none for any other id. */
export function arrowsOfPrediction(id: string, runs: readonly Decisions[]): readonly string[] {
  const [, hash, step] = written.exec(id) ?? [];
  return runs.find((decisions) => decisions.hash === hash)?.at[Number(step)] ?? [];
}
