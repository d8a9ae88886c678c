import { posix } from 'node:path';
import ts from 'typescript';

/** One import as written: where it stands, and the file it means, relative to the repository; packages are left out. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

function script(path: string, source: string): string {
  if (!path.endsWith('.svelte')) return source;
  return [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n');
}

function target(from: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('#lib/')) return `src/lib/${path.slice('#lib/'.length)}`;
  if (path.startsWith('$lib/')) return `src/lib/${path.slice('$lib/'.length)}`;
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : undefined;
}

/** Every import and re-export of a file, types and `import()` included, that leads to a file of ours. */
export function arrowsOf(path: string, source: string): readonly Arrow[] {
  const { importedFiles } = ts.preProcessFile(script(path, source), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    const to = target(path, fileName);
    return to === undefined ? [] : [{ from: path, to }];
  });
}
