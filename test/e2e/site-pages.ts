import { existsSync, readdirSync } from 'node:fs';
import { built } from './harness.ts';

/** Every prerendered page as a path relative to the site's address (`''`, `'runs/one-gpu/'`), in a fixed order. */
export function builtPages(): readonly string[] {
  if (!existsSync(built)) throw new Error('Cannot list the pages: they are not built, run `npm run build` first');
  return readdirSync(built, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
}
