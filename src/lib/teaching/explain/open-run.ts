import type { RunData, RunView, StepView } from './view.ts';

/** Opens shipped run data as a `RunView`. */
export function openRun(data: RunData): RunView {
  const at = <T>(list: readonly T[], step: number): T => {
    if (!Object.hasOwn(list, step)) throw new RangeError(`step ${step} is not one of 0 to ${data.last}`);
    return list[step] as T;
  };
  const between = (from: number, to: number): readonly StepView[] => data.steps.slice(from, to + 1);
  return {
    ...data,
    at: (step) => at(data.steps, step),
    decidesAfter: (step) => at(data.steps, step).decision,
    rows: (from, to) => between(from, to).flatMap(({ row }) => row ?? []),
    track: (from, to) => data.tracker.map(({ label, values }) => ({ label, values: values.slice(from, to + 1) })),
    said: (from, to) => between(from, to).map(({ step, clock, sentence }) => ({ step, clock, sentence })),
    marks: (from, to) => data.allMarks.filter(({ step }) => step >= from && step <= to),
    overTime: data.timeline,
    nodeCount: (step) => at(data.allNodes, step).length,
    nodes: (step, from, to) => at(data.allNodes, step).slice(from, to),
    numbers: (step) => at(data.allNumbers, step)
  };
}
