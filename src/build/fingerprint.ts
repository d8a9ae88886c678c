import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const folders = ['content', 'src', 'static'];
const files = ['package-lock.json', 'vite.config.ts'];

/**
 * A short name for what the site in folder `root` is built from: the same files give the same name on every machine, and
 * any change gives another. By it a browser that keeps the site learns of a new version. Throws if a part is missing.
 */
export function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const name of [...folders.flatMap((folder) => filesBelow(root, folder)), ...files])
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort((a, b) => (a < b ? -1 : 1));
}
