import { array, optional, strictObject, type InferOutput } from 'valibot';
import type { Report } from '../problem.ts';
import { checkKnown, idSchema, readEntries, textSchema } from './entries.ts';

const termSchema = strictObject({
  id: idSchema,
  term: textSchema,
  means: textSchema,
  also: optional(array(textSchema), []),
  see: optional(array(idSchema), []),
  source: optional(idSchema)
});

/** A word with one meaning. `also` are other words for it, `see` ids of related terms, `source` whose meaning it is. */
export type Term = Readonly<InferOutput<typeof termSchema>>;

/** Reads the glossary; terms and sources that it names must exist, and no word may have two meanings. */
export function readGlossary(text: string, sources: Iterable<string>, report: Report): readonly Term[] {
  const { list, at } = readEntries(text, termSchema, report);
  const ids = list.map(({ id }) => id);
  const known = [...sources];
  const words = new Map<string, string>();
  for (const [i, term] of list.entries()) {
    for (const [j, other] of term.see.entries()) checkKnown('term', other, ids, at([i, 'see', j]), report);
    if (term.source !== undefined) checkKnown('source', term.source, known, at([i, 'source']), report);
    for (const word of [term.term, ...term.also].map((w) => w.toLowerCase())) {
      const other = words.get(word);
      if (other !== undefined) report.add(at([i, 'term']), `"${word}" already stands under "${other}"`);
      words.set(word, term.id);
    }
  }
  return list;
}
