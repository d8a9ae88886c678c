import {
  checkSchema,
  didYouMean,
  parseYaml,
  pathText,
  type Path,
  type Problem,
  type YamlDocument
} from '#lib/base/input/index.ts';
import { kinds, type KindName, type Of } from './kinds.ts';
import { SET_ASIDE } from './parts.ts';

/** A document of a manifest: what it says, and where. */
export type Manifested = {
  readonly [K in KindName]: { readonly kind: K; readonly value: Of<K>; readonly at: YamlDocument };
}[KindName];

/** All documents of a manifest, and what in them has no bearing on a run; or everything that is wrong with it. */
export type ReadDocuments =
  | { readonly documents: readonly Manifested[]; readonly aside: readonly Problem[] }
  | { readonly problems: readonly Problem[] };

const names = Object.keys(kinds) as KindName[];

/** Reads the documents of a manifest, divided by `---`. Those that hold nothing are passed over. */
export function readDocuments(text: string): ReadDocuments {
  const parsed = parseYaml(text);
  if ('problems' in parsed) return parsed;
  const problems: Problem[] = [];
  const documents: Manifested[] = [];
  const aside: Problem[] = [];
  for (const at of parsed.documents.filter(({ value }) => value !== null)) {
    const kind = kindOf(at);
    const checked = typeof kind === 'string' ? checkSchema(kinds[kind], at) : { problems: [kind] };
    if ('problems' in checked) problems.push(...checked.problems);
    else {
      documents.push({ kind, value: checked.value, at } as Manifested);
      aside.push(...setAside(checked.value, at));
    }
  }
  return problems.length > 0 ? { problems } : { documents, aside };
}

/** The kind of a document, or what is wrong with it. */
function kindOf(at: YamlDocument): KindName | Problem {
  const given = (at.value as { kind?: unknown } | null)?.kind;
  if (typeof given !== 'string')
    return { ...at.at([]), path: 'kind', message: 'a manifest says its kind, such as "kind: Pod"' };
  if ((names as readonly string[]).includes(given)) return given as KindName;
  const message = `kind "${given}" cannot be represented in a scenario${didYouMean(given, names)}; these can: ${names.join(', ')}`;
  return { ...at.at(['kind']), path: 'kind', message };
}

/** The fields that were set aside, each at its name. */
function setAside(value: unknown, at: YamlDocument, path: Path = []): Problem[] {
  if (value === SET_ASIDE)
    return [{ ...at.keyAt(path), path: pathText(path), message: `${pathText(path)} has no bearing on a run` }];
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, i) => [i, item as unknown])
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => setAside(inner, at, [...path, key]));
}
