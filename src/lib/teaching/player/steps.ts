/** The step a link asks for: the one to show, and whether the link asked for another that does not exist. */
export interface LinkedStep {
  readonly step: number;
  readonly mended: boolean;
}

/**
 * Reads `?step=` of a link to a run with steps 0 to `last`. No value is step 0; a number outside the run becomes the
 * nearest step, and anything else step 0, both `mended`.
 */
export function readStep(value: string | null, last: number): LinkedStep {
  if (value === null) return { step: 0, mended: false };
  const asked = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(asked)) return { step: 0, mended: true };
  const step = Math.min(Math.max(Math.round(asked), 0), last);
  return { step, mended: step !== asked };
}

/** The first of the marked steps after `step`; `undefined` where none follows. */
export function markAfter(marks: readonly number[], step: number): number | undefined {
  return marks.filter((mark) => mark > step).reduce<number | undefined>(smaller, undefined);
}

/** The last of the marked steps before `step`; `undefined` where none precedes. */
export function markBefore(marks: readonly number[], step: number): number | undefined {
  return marks.filter((mark) => mark < step).reduce<number | undefined>(larger, undefined);
}

const smaller = (best: number | undefined, mark: number): number => Math.min(best ?? mark, mark);
const larger = (best: number | undefined, mark: number): number => Math.max(best ?? mark, mark);
