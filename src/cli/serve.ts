import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtFolder } from './built-site.ts';
import { serveSite } from './serving/server.ts';

const firstPort = 4173;
const usage = 'usage: npm start -- [--port N] [--base /sub/path/]';

function readArguments(args: readonly string[]): { port: number; base: string } {
  const options = { port: { type: 'string' }, base: { type: 'string' } } as const;
  const { port = String(firstPort), base = '/' } = parseArgs({ args: [...args], options }).values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new RangeError(`Cannot serve at port "${port}"`);
  if (!/^\/(?:[\w.-]+\/)*$/.test(base))
    throw new RangeError(`Cannot serve below "${base}": it must begin and end with /`);
  return { port: Number(port), base };
}

/** `npm start`: serves the built site and prints its address; `--base` serves it below a sub-path, as Pages does. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { port, base } = readArguments(args);
    if (!existsSync(builtFolder)) throw new Error('Cannot serve the site: it is not built, run `npm run build` first');
    const { url } = await serveSite({ folder: builtFolder, base }, port);
    console.log(`Still Pending is at ${url} (Ctrl+C stops it)`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(usage);
    return 2;
  }
}
