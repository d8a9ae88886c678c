import { rowsOf, type Plot } from './plot.ts';

/** A table as CSV (RFC 4180): cells that hold a comma, a quote or a line break are quoted; rows end with CR LF. */
export const csvOf = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

/** The numbers of a plot as CSV: the x axis, then a column for each series, headed by its name and unit. */
export const plotCsv = (plot: Plot): string =>
  csvOf([
    [plot.x.label, ...plot.series.map(({ name }) => `${name} (${plot.y.label})`)],
    ...rowsOf(plot).map(({ x, cells }) => [x, ...cells])
  ]);

function cellOf(value: string | number | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
