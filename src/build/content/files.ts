/** The content as it lies on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles } from '#lib/teaching/content/index.ts';

/** Every text of `content/` below a folder, by its path from there; guides for authors are none. */
export function readContentFiles(root: string): ContentFiles {
  const names = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' });
  const paths = names
    .map((name) => `content/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(md|yaml)$/.test(path) && !path.endsWith('/README.md'))
    .sort((a, b) => (a < b ? -1 : 1));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
