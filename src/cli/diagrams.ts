/** Draws the diagrams that pages show, before a build. A process of its own: Mermaid needs the globals of a browser. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawLifecycle, lifecycleChart } from '../build/lifecycle-diagram.ts';

const renderer = 'src/build';
const folder = 'src/build/generated';
const picture = join(folder, 'lifecycle.json');
const stamp = join(folder, 'lifecycle.inputs');

/** What the picture depends on: the text, the code that draws it, the versions of its tools. */
function inputs(text: string): string {
  const hash = createHash('sha256').update(text).update(readFileSync('package.json'));
  const sources = readdirSync(renderer).filter((name) => name.endsWith('.ts'));
  for (const name of sources.sort()) hash.update(readFileSync(join(renderer, name)));
  return hash.digest('hex');
}

/** `node src/cli/main.mjs diagrams`: writes `src/build/generated/lifecycle.json` unless it is up to date. */
export async function main(): Promise<number> {
  const chart = lifecycleChart();
  const wanted = inputs(chart.text);
  if (existsSync(picture) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  const diagram = await drawLifecycle(chart);
  mkdirSync(folder, { recursive: true });
  writeFileSync(picture, JSON.stringify(diagram));
  writeFileSync(stamp, wanted);
  console.log(`drew ${picture}, ${Math.ceil(diagram.svg.length / 1024)} KiB`);
  return 0;
}
