import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtFolder, builtPages } from './built-site.ts';
import { budgetOf, scriptsOf, type Manifest } from './bundling.ts';

const manifestFile = '.svelte-kit/output/client/.vite/manifest.json';

const inKiB = (bytes: number): string => (bytes / 1024).toFixed(1);

const sizes = new Map<string, number>();
function packedSize(file: string): number {
  const size = sizes.get(file) ?? gzipSync(readFileSync(join(builtFolder, file))).length;
  sizes.set(file, size);
  return size;
}

/** `node src/cli/main.mjs bundle`: lists what each built page needs before it is usable; exit 1 if one is over budget. */
export function main(): number {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  let over = 0;
  console.log('KiB gzip  budget  page');
  for (const page of builtPages()) {
    const scripts = scriptsOf(page, readFileSync(join(builtFolder, page, 'index.html'), 'utf8'), manifest);
    const bytes = scripts.reduce((sum, file) => sum + packedSize(file), 0);
    const budget = budgetOf(page);
    const isOver = bytes > budget;
    if (isOver) over++;
    console.log(`${inKiB(bytes).padStart(8)}  ${inKiB(budget).padStart(6)}  /${page}${isOver ? '  over budget' : ''}`);
  }
  return over === 0 ? 0 : 1;
}
