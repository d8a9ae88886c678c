import { type Document, isCollection, isMap, isNode, parseDocument, type ToStringOptions } from 'yaml';
import type { Path } from './problem.ts';

/** A change of one field: its new value, or `undefined` to take it out with whatever is then left empty around it. */
export interface YamlEdit {
  readonly path: Path;
  readonly value: unknown;
}

/** A long entry on one line stays on one line. */
const AS_WRITTEN: ToStringOptions = { lineWidth: 0 };

/**
 * The text of a YAML document with some fields changed. Comments, order and the way collections are written stay;
 * spaces may be evened out. Missing maps on the way are made; a position one behind the end of a list adds to it, an
 * entry written as the one before.
 * Undefined where the text is not one document, or a field lies within a part that is written as an alias.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  for (const { path, value } of edits) {
    if (!reachable(document, path)) return undefined;
    if (value === undefined) remove(document, path);
    else document.setIn(path, written(document, path, value));
  }
  return document.toString(AS_WRITTEN);
}

/** Whether everything on the way to a field is a collection of the document's own, or not there yet. */
function reachable(document: Document, path: Path): boolean {
  for (let depth = 0; depth < path.length; depth++) {
    const around: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (around === undefined || around === null) return true;
    if (!isCollection(around)) return false;
  }
  return true;
}

/** Takes a field out, and the maps around it that it leaves empty; a list stays, its entries are somebody's. */
function remove(document: Document, path: Path): void {
  document.deleteIn(path);
  const around = path.slice(0, -1);
  const left: unknown = around.length === 0 ? undefined : document.getIn(around);
  const inList = typeof around.at(-1) === 'number';
  if (isMap(left) && left.items.length === 0 && !inList) remove(document, around);
}

/** A value as it is to stand: a collection that joins a list is on one line where the entry before it is. */
function written(document: Document, path: Path, value: unknown): unknown {
  if (typeof value !== 'object') return value;
  const at = path.at(-1);
  const before: unknown = typeof at === 'number' ? document.getIn([...path.slice(0, -1), at - 1], true) : undefined;
  const node: unknown = document.createNode(value);
  if (isNode(node) && isCollection(node) && isCollection(before)) node.flow = before.flow === true;
  return node;
}
