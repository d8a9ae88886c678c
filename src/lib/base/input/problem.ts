/** Where something stands in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly col: number;
}

/** A way into nested data: names of fields and positions in lists. */
export type Path = readonly (string | number)[];

/** One thing wrong with an input. Readers collect all of them; none is thrown. */
export interface Problem extends Place {
  /** The field concerned, as `jobs[0].resources`; empty for the whole document. */
  readonly path: string;
  /** One sentence without a full stop, for the person who wrote the input. */
  readonly message: string;
}

/** What a reader gives: the value, or everything that is wrong with the input. */
export type Checked<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/** A path as people write it: `jobs[0].resources`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    ''
  );
}

/** A problem as compilers print it, so that editors can jump to it: `FILE:line:col message`. */
export const formatProblem = (file: string, { line, col, message }: Problem): string =>
  `${file}:${line}:${col} ${message}`;

/** The order in which somebody would mend them: from the top of the file down. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.col - b.col);

/** Characters an input may have unless its reader is told otherwise. */
export const DEFAULT_MAX_LENGTH = 1_000_000;

/** The one problem of an input that is too long to be read at all; none if it is not. */
export function tooLong(text: string, maxLength: number): Problem[] {
  if (text.length <= maxLength) return [];
  return [
    { line: 1, col: 1, path: '', message: `${text.length} characters are too many; at most ${maxLength} are read` }
  ];
}
