import type { Node, Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { didYouMean, type Place } from '#lib/base/input/index.ts';
import { checkKnown } from '../lists/entries.ts';
import type { Report } from '../problem.ts';
import { runValue, type RunValue } from '../runs/run-value.ts';
import type { ShelvedRun } from '../runs/run-shelf.ts';
import type { Shelf } from '../shelf.ts';
import { htmlOf } from './html.ts';

export type Directive = ContainerDirective | LeafDirective | TextDirective;

/** Where a node begins in its file. */
export const placeOf = (node: Node): Place | undefined =>
  node.position && { line: node.position.start.line, col: node.position.start.column };

/** One text being read: what it may name, what it has named so far, and what is wrong with it. */
export class Reading {
  readonly terms = new Set<string>();
  readonly sources = new Set<string>();
  readonly runs = new Set<string>();
  #popovers = 0;

  /**
   * @param name unique among the texts on a page; ids of elements begin with it
   * @param defaultRun what is meant where no run is named
   * @param defaultSet what is changed in it where nothing is said of that
   */
  constructor(
    readonly shelf: Shelf,
    readonly report: Report,
    readonly name: string,
    readonly defaultRun?: string,
    readonly defaultSet = ''
  ) {}

  problem(node: Node, message: string): void {
    this.report.add(placeOf(node), message);
  }

  html(nodes: readonly RootContent[]): string {
    return htmlOf(nodes, this);
  }

  /** An id for an element that opens, new at each call. */
  popoverId(): string {
    this.#popovers += 1;
    return `${this.name}-term-${this.#popovers}`;
  }

  /** The attributes of a directive; those it does not know are problems. */
  attributes<Name extends string>(node: Directive, known: readonly Name[]): Partial<Record<Name, string>> {
    const given = Object.entries(node.attributes ?? {});
    for (const [name] of given)
      if (!(known as readonly string[]).includes(name))
        this.problem(node, `"${node.name}" has no attribute "${name}"${didYouMean(name, known)}`);
    return Object.fromEntries(given.map(([name, value]) => [name, value ?? ''])) as Partial<Record<Name, string>>;
  }

  /** The run that a directive means, with its settings. */
  run(node: Node, named?: string, set = named === undefined ? this.defaultSet : ''): ShelvedRun | undefined {
    const id = named ?? this.defaultRun;
    if (id === undefined) {
      this.problem(node, 'this needs a run, as in run=one-gpu');
      return undefined;
    }
    if (!checkKnown('scenario', id, this.shelf.runs.ids, placeOf(node), this.report)) return undefined;
    this.runs.add(id);
    const shelved = this.shelf.runs.get(id, set);
    if (typeof shelved !== 'string') return shelved;
    this.problem(node, shelved);
    return undefined;
  }

  /** A step of a run, written as text; a step that is none of its steps is a problem. */
  step(node: Node, { id, view }: ShelvedRun, text: string): number | undefined {
    const step = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (step <= view.last) return step;
    this.problem(node, `run "${id}" has steps 0 to ${view.last}, not ${text}`);
    return undefined;
  }

  /** What a run gives for a name, at a step or in all. */
  value(node: Node, shelved: ShelvedRun, name: string, at?: number): RunValue | undefined {
    const asked = runValue(shelved, name, at);
    if ('value' in asked) return asked.value;
    this.problem(node, asked.problem);
    return undefined;
  }

  /** Notes that a source is cited and gives its number; `undefined` for a source that does not exist. */
  cite(node: Node, id: string): number | undefined {
    if (!checkKnown('source', id, this.shelf.sources.keys(), placeOf(node), this.report)) return undefined;
    this.sources.add(id);
    return [...this.sources].indexOf(id) + 1;
  }
}

/** The `[label]` of a container directive, which is its first paragraph, and what comes after it. */
export function labelOf(node: ContainerDirective): { label: string | undefined; body: RootContent[] } {
  const [first, ...rest] = node.children;
  if (first?.type === 'paragraph' && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true)
    return { label: toString(first as Nodes), body: rest };
  return { label: undefined, body: node.children };
}
