import type { GenericSchema, InferOutput } from 'valibot';
import { checkSchema } from './check.ts';
import { type Path, type Place, type Problem } from './problem.ts';
import { parseYaml } from './yaml.ts';

/** A value that was read, with the places that later checks need to say what they found. */
export type ReadYaml<T> = { readonly value: T; at(path: Path): Place } | { readonly problems: readonly Problem[] };

/** @param maxLength characters that are read at most; a million unless said */
export interface ReadOptions {
  readonly maxLength?: number;
}

/** Reads a text that holds one YAML document of a schema, or lists every problem it has, from the top down. */
export function readYaml<S extends GenericSchema>(
  text: string,
  schema: S,
  { maxLength }: ReadOptions = {}
): ReadYaml<InferOutput<S>> {
  const parsed = parseYaml(text, maxLength);
  if ('problems' in parsed) return parsed;
  const [document, second] = parsed.documents;
  if (document === undefined || second !== undefined)
    return {
      problems: [{ ...(second?.at([]) ?? { line: 1, col: 1 }), path: '', message: 'one document is read, not several' }]
    };
  const checked = checkSchema(schema, document);
  return 'problems' in checked ? checked : { value: checked.value, at: document.at };
}
