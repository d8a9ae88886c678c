/** What a plot draws. Numbers only: a component decides how they look. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a series looks: a colour, a shape and a dash each, so that none is told by colour alone. */
export type Look = 'measured' | 'other' | 'predicted' | 'law' | 'bound';

export interface Series {
  /** What the key of the plot and the heading of its column in the file say. */
  readonly name: string;
  readonly look: Look;
  /** Single marks, a line through the points, or a line with its marks. */
  readonly draws: 'marks' | 'line' | 'both';
  readonly points: readonly Point[];
}

export interface Axis {
  /** What is on it, with its unit: `makespan, seconds`. */
  readonly label: string;
  readonly scale: 'linear' | 'log';
}

export interface Plot {
  readonly title: string;
  /** The plot in one sentence, for everyone. */
  readonly sentence: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

/** The points of a series that a plot can show: a logarithmic axis has no place for zero or less. */
export const drawable = ({ x, y }: Pick<Plot, 'x' | 'y'>, points: readonly Point[]): readonly Point[] =>
  points.filter((point) => (x.scale === 'linear' || point.x > 0) && (y.scale === 'linear' || point.y > 0));

/** The numbers of a plot as one table: a row for each x, a cell for each series, `undefined` where it has no point. */
export function rowsOf(plot: Plot): readonly { readonly x: number; readonly cells: readonly (number | undefined)[] }[] {
  const xs = [...new Set(plot.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const columns = plot.series.map(({ points }) => new Map(points.map(({ x, y }) => [x, y])));
  return xs.map((x) => ({ x, cells: columns.map((column) => column.get(x)) }));
}
