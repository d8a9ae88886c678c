import type { Tally } from './tally.ts';

/** A presentation as this tab keeps it, so that a reload goes on where it was. */
export interface ClassSession {
  /** What the second window knows it by. */
  readonly id: string;
  /** Path of the page that is presented from. */
  readonly page: string;
  /** The run that is shown, and its step. */
  readonly run: string;
  readonly step: number;
  readonly blank: boolean;
  readonly tallies: Tallies;
}

/** Hands counted, by run and step. */
export type Tallies = Readonly<Record<string, Readonly<Record<number, Tally>>>>;

const KEY = 'presentation';

/** The presentation that this tab was giving on a page before a reload; undefined where it gave none. */
export function readSession(page: string): ClassSession | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as ClassSession | null;
    return kept?.page === page ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a presentation until it ends; undefined ends it. Where nothing can be kept a reload ends it too. */
export function keepSession(session: ClassSession | undefined): void {
  try {
    if (session === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    // Storage is full or forbidden; the presentation goes on.
  }
}
