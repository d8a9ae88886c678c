import { pipe, regex, strictObject, string, type InferOutput } from 'valibot';
import type { Report } from '../problem.ts';
import { daySchema, idSchema, readEntries, textSchema } from './entries.ts';

const sourceSchema = strictObject({
  id: idSchema,
  title: textSchema,
  where: pipe(string(), regex(/^https:\/\/\S+$/, 'where is an address that begins with https://')),
  version: textSchema,
  checked: daySchema
});

/** A document that is cited: what it speaks of (`version`) and the day on which somebody read it. */
export type Source = Readonly<InferOutput<typeof sourceSchema>>;

/** Reads the list of sources; each document stands in it once. */
export function readSources(text: string, report: Report): readonly Source[] {
  const { list, at } = readEntries(text, sourceSchema, report);
  const addresses = new Map<string, string>();
  for (const [i, { id, where }] of list.entries()) {
    const other = addresses.get(where);
    if (other !== undefined) report.add(at([i, 'where']), `this document is already source "${other}"`);
    addresses.set(where, id);
  }
  return list;
}
