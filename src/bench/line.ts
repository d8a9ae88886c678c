/** What is asked of a figure or of its ratio to a reference. */
export interface Goal {
  /** Whether the ratio to the reference is judged, or the value itself. */
  readonly of: 'ratio' | 'value';
  readonly is: 'at least' | 'at most';
  readonly bound: number;
}

/** One line of `npm run bench`. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same figure of something else, measured in the same rounds; null where there is nothing to compare with. */
  readonly reference: { readonly name: string; readonly value: number } | null;
  /** Median of the ratios of the rounds, value to reference. */
  readonly ratio: number | null;
  readonly goal: string | null;
  /** Null without a goal, or where the reference could not be had. */
  readonly met: boolean | null;
  readonly note?: string;
}

const rounded = (x: number): number => Number(x.toPrecision(4));

/** A line with its goal judged. `reference` and `ratio` are left out where there is nothing to compare with. */
export function line(
  name: string,
  value: number,
  unit: string,
  goal?: Goal,
  against?: { readonly name: string; readonly value: number; readonly ratio: number },
  note?: string
): Line {
  const judged = goal?.of === 'value' ? value : against?.ratio;
  return {
    name,
    value: rounded(value),
    unit,
    reference: against === undefined ? null : { name: against.name, value: rounded(against.value) },
    ratio: against === undefined ? null : rounded(against.ratio),
    goal: goal === undefined ? null : `${goal.of} ${goal.is} ${goal.bound}`,
    met:
      goal === undefined || judged === undefined
        ? null
        : goal.is === 'at least'
          ? judged >= goal.bound
          : judged <= goal.bound,
    ...(note === undefined ? {} : { note })
  };
}

/** The line of a figure in jobs per second that could not be had here. */
export const notMeasured = (name: string, why: string): Line => ({
  name,
  value: 0,
  unit: 'jobs/s',
  reference: null,
  ratio: null,
  goal: null,
  met: null,
  note: `not measured: ${why}`
});

/** The line of a figure whose reference is a C++ program that could not be compiled. */
export const withoutCompiler = (name: string): Line =>
  notMeasured(name, 'there is no g++ here to compile the reference');
