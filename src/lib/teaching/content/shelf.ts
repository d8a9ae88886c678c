import type { ElementContent } from 'hast';
import type { Term } from './lists/glossary.ts';
import type { Source } from './lists/sources.ts';
import type { RunShelf } from './runs/run-shelf.ts';

/** Code as highlighted HTML; `undefined` for a language it does not know. */
export type Highlight = (code: string, language: string) => ElementContent | undefined;

/** Everything a text of the content may name. */
export interface Shelf {
  readonly runs: RunShelf;
  readonly terms: ReadonlyMap<string, Term>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Addresses inside the site that exist, such as `/runs/one-gpu/` and `/glossary/#job`. */
  readonly addresses: ReadonlySet<string>;
  readonly highlight: Highlight;
}
