import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLError
} from 'yaml';
import { DEFAULT_MAX_LENGTH, inOrder, type Path, type Place, type Problem, tooLong } from './problem.ts';

/** One YAML document as plain data, and where each part of it was written. */
export interface YamlDocument {
  readonly value: unknown;
  /** Where the value at a path begins; for a path that is not there, its nearest parent that is. */
  at(path: Path): Place;
  /** Where the name of the field at a path begins; for an entry of a list, where the entry begins. */
  keyAt(path: Path): Place;
}

/** All documents of a text, or everything that is wrong with it as YAML. */
export type YamlDocuments = { readonly documents: readonly YamlDocument[] } | { readonly problems: readonly Problem[] };

/** Aliases may repeat an anchored part, but not multiply: ten levels of ten would make ten thousand million nodes. */
const MAX_ALIAS_COUNT = 100;

/**
 * Reads the YAML 1.2 documents of a text, divided by `---`. An empty text is one document whose value is null.
 * Duplicate fields, unknown tags, multiplying aliases and too much text are problems.
 */
export function parseYaml(text: string, maxLength = DEFAULT_MAX_LENGTH): YamlDocuments {
  const long = tooLong(text, maxLength);
  if (long.length > 0) return { problems: long };
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, strict: true });
  if (parsed.length === 0) return { documents: [{ value: null, at: () => START, keyAt: () => START }] };
  const problems: Problem[] = [];
  const documents: YamlDocument[] = [];
  for (const document of parsed) {
    const wrong = syntaxProblems(document, text, lines);
    const read = wrong.length > 0 ? { problems: wrong } : plainData(document, lines);
    if ('problems' in read) problems.push(...read.problems);
    else documents.push({ value: read.value, ...places(document, lines) });
  }
  return problems.length > 0 ? { problems: inOrder(problems) } : { documents };
}

const START: Place = { line: 1, col: 1 };

function syntaxProblems(document: Document, text: string, lines: LineCounter): Problem[] {
  const errors: YAMLError[] = [...document.errors, ...document.warnings];
  // Past the depth that the parser can hold, it reports every level.
  const deep = errors.find((e) => e.code === 'RESOURCE_EXHAUSTION');
  return (deep === undefined ? errors : [deep]).map((e) => ({
    ...placeOf(e.pos[0], lines),
    path: '',
    message: yamlMessage(e, text)
  }));
}

function yamlMessage(error: YAMLError, text: string): string {
  if (error.code === 'RESOURCE_EXHAUSTION') return 'this is nested too deeply to be read';
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? '';
    return `field "${key}" is given twice`;
  }
  return `bad YAML: ${error.message}`;
}

function plainData(document: Document, lines: LineCounter): { value: unknown } | { problems: Problem[] } {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) as unknown };
  } catch (e) {
    // The library's only way to say that an alias names no anchor, or that aliases multiply.
    if (!(e instanceof ReferenceError)) throw e;
    const unresolved = e.message.startsWith('Unresolved alias');
    const message = unresolved ? 'this alias names no anchor above it' : 'aliases repeat too much of the document';
    return { problems: [{ ...firstAlias(document, lines, unresolved), path: '', message }] };
  }
}

function firstAlias(document: Document, lines: LineCounter, unresolved: boolean): Place {
  let place = START;
  visit(document, {
    Alias(_key, alias) {
      if (unresolved && alias.resolve(document) !== undefined) return undefined;
      place = placeOf(alias.range?.[0] ?? 0, lines);
      return visit.BREAK;
    }
  });
  return place;
}

function placeOf(offset: number, lines: LineCounter): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), col: Math.max(col, 1) };
}

function places(document: Document, lines: LineCounter): Pick<YamlDocument, 'at' | 'keyAt'> {
  const place = (node: Node | undefined): Place =>
    node?.range === undefined || node.range === null ? START : placeOf(node.range[0], lines);
  return {
    at: (path) => place(find(document, path).value),
    keyAt: (path) => place(find(document, path).key)
  };
}

interface Found {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

function find(document: Document, path: Path): Found {
  const root = isNode(document.contents) ? document.contents : undefined;
  let found: Found = { key: root, value: root };
  for (const step of path) {
    const next = child(document, found.value, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function child(document: Document, parent: Node | undefined, step: string | number): Found | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { key: item, value: item } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (pair === undefined || !isNode(pair.key)) return undefined;
  return { key: pair.key, value: isNode(pair.value) ? pair.value : pair.key };
}
