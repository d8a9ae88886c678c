import { didYouMean, readYaml, type Path, type Place } from '#lib/base/input/index.ts';
import { array, minLength, pipe, regex, string, type GenericSchema, type InferOutput } from 'valibot';
import type { Report } from '../problem.ts';

/** An id: small letters, digits and hyphens. */
export const idSchema = pipe(
  string(),
  regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id has small letters and digits, with hyphens between them')
);

export const textSchema = pipe(string(), minLength(3));

/** The day on which somebody checked something, `2026-11-21`. */
export const daySchema = pipe(string(), regex(/^\d{4}-\d\d-\d\d$/, 'a day is written as 2026-11-21'));

/** A list of entries with their places, for checks that come later. */
export interface Entries<T> {
  readonly list: readonly T[];
  at(path: Path): Place;
}

/** Reads a YAML list whose entries have ids; ids given twice are problems. Gives an empty list for a file with problems. */
export function readEntries<S extends GenericSchema<unknown, { id: string }>>(
  text: string,
  entry: S,
  report: Report
): Entries<InferOutput<S>> {
  const read = readYaml(text, array(entry));
  if ('problems' in read) {
    for (const { message, ...place } of read.problems) report.add(place, message);
    return { list: [], at: () => ({ line: 1, col: 1 }) };
  }
  const seen = new Set<string>();
  for (const [i, { id }] of read.value.entries()) {
    if (seen.has(id)) report.add(read.at([i, 'id']), `id "${id}" is given twice`);
    seen.add(id);
  }
  return { list: read.value, at: read.at };
}

/** Reports an id that is in no list: `there is no term "quto"; did you mean "quota"?`. */
export function checkKnown(
  kind: string,
  id: string,
  known: Iterable<string>,
  place: Place | undefined,
  report: Report
): boolean {
  const ids = [...known];
  if (ids.includes(id)) return true;
  report.add(place, `there is no ${kind} "${id}"${didYouMean(id, ids)}`);
  return false;
}
