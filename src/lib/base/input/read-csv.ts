import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { type InferOutput, type ObjectEntries, pipe, rawTransform, type StrictObjectSchema, string } from 'valibot';
import { checkSchema, type Placed } from './check.ts';
import { type Checked, DEFAULT_MAX_LENGTH, inOrder, type Path, type Place, type Problem, tooLong } from './problem.ts';
import { didYouMean } from './suggest.ts';

/** A row's columns: a strict object, each of whose entries takes text (see `numberText`). */
type RowSchema = StrictObjectSchema<ObjectEntries, undefined>;

/** A row that was read and the line it began on. */
export interface CsvRow<T> {
  readonly value: T;
  readonly line: number;
}

/** After so many problems the rest would only repeat them. */
const MAX_PROBLEMS = 100;

/** Text that holds one finite decimal number → that number; for the columns of a CSV schema. */
export const numberText = pipe(
  string(),
  rawTransform<string, number>(({ dataset, addIssue, NEVER }) => {
    const text = dataset.value.trim();
    if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
    addIssue({ message: `expected a number, got ${JSON.stringify(text)}` });
    return NEVER;
  })
);

/** One field as it stood in the file. */
interface Cell {
  readonly text: string;
  readonly quoted: boolean;
}

interface Line {
  readonly cells: readonly Cell[];
  /** Number of the line on which the record ends. */
  readonly end: number;
}

/**
 * Reads comma-separated text whose first record names the columns. Columns may come in any order; an empty field of an
 * optional column counts as absent. Empty lines are skipped. The problems of the header are told alone, since every row
 * would repeat them.
 */
export function readCsv<S extends RowSchema>(
  text: string,
  schema: S,
  { maxLength = DEFAULT_MAX_LENGTH }: { readonly maxLength?: number } = {}
): Checked<CsvRow<InferOutput<S>>[]> {
  const long = tooLong(text, maxLength);
  if (long.length > 0) return { problems: long };
  const read = records(text);
  if ('problems' in read) return read;
  const [header, ...lines] = read.value;
  if (header === undefined) return { problems: [{ ...START, path: '', message: 'there is no header row' }] };
  const wrongHeader = headerProblems(header, schema);
  return wrongHeader.length > 0 ? { problems: wrongHeader } : readRows(header, lines, schema);
}

const START: Place = { line: 1, col: 1 };

function records(text: string): Checked<Line[]> {
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (value, { quoting }): Cell => ({ text: value, quoted: quoting })
    }) as unknown as { record: Cell[]; info: { lines: number } }[];
    return { value: parsed.map(({ record, info }) => ({ cells: record, end: info.lines })) };
  } catch (e) {
    if (!(e instanceof CsvError)) throw e;
    const line = typeof e['lines'] === 'number' ? e['lines'] : 1;
    return { problems: [{ line, col: 1, path: '', message: `bad CSV: ${e.message}` }] };
  }
}

const isOptional = (entry: unknown): boolean => (entry as { type: string }).type === 'optional';

function headerProblems(header: Line, schema: RowSchema): Problem[] {
  const known = Object.keys(schema.entries);
  const names = header.cells.map((cell) => cell.text.trim());
  const problemAt = (place: Place, name: string, message: string): Problem => ({ ...place, path: name, message });
  return [
    ...known
      .filter((name) => !names.includes(name) && !isOptional(schema.entries[name]))
      .map((name) => problemAt(START, name, `column "${name}" is missing`)),
    ...names.flatMap((name, i) => {
      const place = cellPlace(header, i);
      if (!known.includes(name)) return [problemAt(place, name, `unknown column "${name}"${didYouMean(name, known)}`)];
      return names.indexOf(name) < i ? [problemAt(place, name, `column "${name}" is given twice`)] : [];
    })
  ];
}

function readRows<S extends RowSchema>(
  header: Line,
  lines: readonly Line[],
  schema: S
): Checked<CsvRow<InferOutput<S>>[]> {
  const names = header.cells.map((cell) => cell.text.trim());
  const rows: CsvRow<InferOutput<S>>[] = [];
  const problems: Problem[] = [];
  for (const line of lines) {
    const row = checkRow(names, line, schema);
    if ('problems' in row) problems.push(...row.problems);
    else rows.push({ value: row.value, line: cellPlace(line, 0).line });
    if (problems.length >= MAX_PROBLEMS) break;
  }
  return problems.length > 0 ? { problems: inOrder(problems) } : { value: rows };
}

function checkRow<S extends RowSchema>(names: readonly string[], line: Line, schema: S): Checked<InferOutput<S>> {
  const { cells } = line;
  if (cells.length !== names.length) {
    const message = `expected ${names.length} fields, as in the header, got ${cells.length}`;
    return { problems: [{ ...cellPlace(line, 0), path: '', message }] };
  }
  const present = names.flatMap((name, i): [string, string][] => {
    const { text } = cells[i]!;
    return text === '' && isOptional(schema.entries[name]) ? [] : [[name, text]];
  });
  const at = (path: Path): Place => cellPlace(line, Math.max(0, names.indexOf(String(path[0]))));
  const data: Placed = { value: Object.fromEntries(present), at, keyAt: at };
  return checkSchema(schema, data);
}

const asWritten = ({ text, quoted }: Cell): string => (quoted ? `"${text.replaceAll('"', '""')}"` : text);

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/** Where a field begins: counted back from the record's end, because a quoted field may hold line breaks. */
function cellPlace({ cells, end }: Line, index: number): Place {
  const start = end - lineBreaks(cells.map(asWritten).join(','));
  const before = cells
    .slice(0, index)
    .map((cell) => `${asWritten(cell)},`)
    .join('');
  return { line: start + lineBreaks(before), col: before.length - before.lastIndexOf('\n') };
}
