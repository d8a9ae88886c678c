import { literal, object, array, safeParse, unknown } from 'valibot';
import { entrySchema, type Entry } from './entry.ts';

const FORMAT = 'still-pending-progress';

const fileSchema = object({ format: literal(FORMAT), schema: literal(1), entries: array(unknown()) });

/** All answers as the text of a file that `readProgressFile` takes back. */
export const progressFile = (entries: readonly Entry[]): string =>
  `${JSON.stringify({ format: FORMAT, schema: 1, entries }, null, 1)}\n`;

/** What a file of answers holds, or why it cannot be read. `skipped` counts entries that are none of schema 1. */
export type ProgressFile =
  { readonly entries: readonly Entry[]; readonly skipped: number } | { readonly problem: 'not-json' | 'not-progress' };

/** Reads the text of a file of answers. */
export function readProgressFile(text: string): ProgressFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: 'not-json' };
  }
  const file = safeParse(fileSchema, data);
  if (!file.success) return { problem: 'not-progress' };
  const entries = file.output.entries.flatMap((given) => {
    const read = safeParse(entrySchema, given);
    return read.success ? [read.output] : [];
  });
  return { entries, skipped: file.output.entries.length - entries.length };
}
