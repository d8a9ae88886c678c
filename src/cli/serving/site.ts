/** A built site as answers to paths: which file, which type, where to redirect. No network in here. */
import { readFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Where a built site lies, and the path below which it is served: `/`, or `/still-pending/`. */
export interface Site {
  readonly folder: string;
  readonly base: string;
}

/** What to send back; `location` comes with status 308 alone. */
export interface Answer {
  readonly status: 200 | 308 | 400 | 404;
  readonly type: string;
  readonly body: Buffer;
  readonly location?: string;
  /** True of files whose name changes with their content. */
  readonly immutable?: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.yaml': 'text/plain; charset=utf-8'
};

const text = (status: 308 | 400 | 404, words: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: Buffer.from(words)
});

const redirect = (location: string): Answer => ({ ...text(308, ''), location });
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

async function send(file: string, status: 200 | 404): Promise<Answer> {
  return { status, type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
}

async function missing(folder: string): Promise<Answer> {
  const page = join(folder, '404.html');
  return isFile(page) ? send(page, 404) : text(404, 'There is no page here.\n');
}

/** The path below the site's base, decoded; `undefined` if it cannot be one (bad escapes, or `..` after decoding). */
function below(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') || decoded.split(/[/\\]/).includes('..') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/**
 * The answer to a request for `path` with the query `search` (`''` or `?…`). A page lives at a path that ends in a
 * slash; without the slash the reader is sent there, because links on the page are relative.
 */
export async function answer({ folder, base }: Site, path: string, search = ''): Promise<Answer> {
  if (`${path}/` === base || (path === '/' && base !== '/')) return redirect(base + search);
  if (!path.startsWith(base)) return missing(folder);
  const name = below(path.slice(base.length));
  if (name === undefined) return text(400, 'This address cannot be read.\n');
  const file = join(folder, name);
  if (name === '' || name.endsWith('/')) {
    const index = join(file, 'index.html');
    return isFile(index) ? send(index, 200) : missing(folder);
  }
  if (isFile(file)) return { ...(await send(file, 200)), immutable: name.includes('/immutable/') };
  return isFile(join(file, 'index.html')) ? redirect(`${path}/${search}`) : missing(folder);
}
