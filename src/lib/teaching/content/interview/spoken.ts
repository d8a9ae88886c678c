import type { Place } from '#lib/base/input/index.ts';
import { parseMarkdown } from '../lesson/markdown.ts';
import { proseOf } from '../lesson/prose.ts';
import { Reading } from '../lesson/reading.ts';
import { checkText } from '../lesson/text-checks.ts';
import { Report } from '../problem.ts';
import type { ShelvedRun } from '../runs/run-shelf.ts';
import type { Shelf } from '../shelf.ts';
import type { Spoken } from './types.ts';

/** Words that fit a minute of speech at an unhurried pace. */
export const MOST_WORDS = 150;

/** A field that holds a text, and the file's report. */
export interface Field {
  readonly place: Place;
  /** Unique among the texts of a page. */
  readonly name: string;
  readonly report: Report;
}

/**
 * Reads a text of the interview: Markdown with the directives of lessons, whose numbers are held against the run. Every
 * problem stands at the field, as its own lines are not those of the file.
 */
export function readText(text: string, field: Field, shelf: Shelf, run?: Pick<ShelvedRun, 'id' | 'set'>): Spoken {
  const inner = new Report(field.report.file);
  const tree = parseMarkdown(text);
  const reading = new Reading(shelf, inner, field.name, run?.id, run?.set);
  const paragraphs = checkText(tree, inner);
  const html = reading.html(tree.children);
  if (reading.sources.size > 0)
    inner.add(undefined, 'what is said aloud cites nothing; cite in a lesson and link to it');
  for (const { problem } of inner.problems) field.report.add(field.place, problem.message);
  return { html, words: proseOf(paragraphs).words };
}

/** The same for a text that is said aloud within a minute. */
export function readSpoken(text: string, field: Field, shelf: Shelf, run: Pick<ShelvedRun, 'id' | 'set'>): Spoken {
  const spoken = readText(text, field, shelf, run);
  if (spoken.words > MOST_WORDS)
    field.report.add(field.place, `at most ${MOST_WORDS} words are said in a minute, this has ${spoken.words}`);
  return spoken;
}
