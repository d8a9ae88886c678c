/** The JavaScript that a built page needs before it is usable. */
import { posix } from 'node:path';

/** What is read of an entry of Vite's manifest; `imports` are keys of the manifest. */
export interface ManifestEntry {
  readonly file: string;
  readonly imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, ManifestEntry>>;

/** What the pages that match may weigh, in bytes after gzip. */
export interface Budget {
  readonly pages: RegExp;
  readonly bytes: number;
}

const KiB = 1024;

/** First match counts; pages are paths such as `''` and `'runs/one-gpu/'`. */
export const budgets: readonly Budget[] = [
  { pages: /^$/, bytes: 45 * KiB },
  // The lab is for whoever writes a scenario: it comes with the reader and the allocator.
  { pages: /^lab\/$/, bytes: 170 * KiB },
  { pages: /^quiz\/$|\/practice\/$/, bytes: 66 * KiB },
  { pages: /./, bytes: 60 * KiB }
];

/** The budget of a page in bytes after gzip. */
export const budgetOf = (page: string): number => (budgets.find(({ pages }) => pages.test(page)) as Budget).bytes;

/** Scripts that a page's HTML names: preloaded, loaded, or imported by its inline start-up script. */
function namedScripts(html: string): string[] {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const inTags = tags.flatMap((tag) => /\b(?:href|src)="([^"]+\.m?js)"/.exec(tag)?.[1] ?? []);
  const imported = [...html.matchAll(/\bimport\(["']([^"']+)["']\)/g)].flatMap(([, name]) => name ?? []);
  return [...inTags, ...imported];
}

/**
 * The script files of a page, relative to the build folder, in a fixed order: those that its HTML names and all that
 * these import statically. What is imported later, on a click or when idle, is not needed first and not counted.
 */
export function scriptsOf(page: string, html: string, manifest: Manifest): readonly string[] {
  const byFile = new Map(Object.values(manifest).map((entry) => [entry.file, entry]));
  const needed = new Set<string>();
  const add = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    for (const key of byFile.get(file)?.imports ?? []) {
      const imported = manifest[key]?.file;
      if (imported !== undefined) add(imported);
    }
  };
  for (const name of namedScripts(html)) add(posix.join(page, name));
  return [...needed].sort();
}
