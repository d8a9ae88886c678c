import { existsSync, readdirSync } from 'node:fs';

/** The folder that `npm run build` writes, relative to the repository. */
export const builtFolder = 'build';

/**
 * Every prerendered page as a path below the site's address (`''`, `'runs/one-gpu/'`), in a fixed order.
 * @throws {Error} if the site is not built
 */
export function builtPages(): readonly string[] {
  if (!existsSync(builtFolder)) throw new Error('Cannot find the built site: run `npm run build` first');
  return readdirSync(builtFolder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
}
