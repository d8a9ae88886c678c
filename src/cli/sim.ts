import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatProblem } from '#lib/base/input/index.ts';
import { isManifest } from '#lib/allocator/manifest/detect.ts';
import { fromManifest } from '#lib/allocator/manifest/index.ts';
import { readScenario, type Setting } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { formats, isFormat } from './run-formats.ts';

const usage =
  'usage: npm run sim -- FILE [--set policy.rank=best-fit] [--seed N] [--format table|tracker|json|csv|metrics]';

/** `npm run sim`: runs a scenario file, or a Kubernetes manifest, and prints it; exit 1 with `FILE:line:col message` on bad input, 2 on bad words. */
export async function main(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') {
    console.error(`${parsed}\n${usage}`);
    return 2;
  }
  const { file, format, settings } = parsed;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (e) {
    console.error(`${file}:1:1 cannot be read: ${(e as Error).message}`);
    return 1;
  }
  if (isManifest(text)) {
    const made = fromManifest(text);
    if (!made.ok) {
      for (const problem of made.problems) console.error(formatProblem(file, problem));
      return 1;
    }
    for (const note of made.notes) console.error(`${file}: ${note}`);
    text = made.text;
  }
  const read = readScenario(text, settings);
  if (!read.ok) {
    for (const problem of read.problems) console.error(formatProblem(file, problem));
    return 1;
  }
  const finished = run(read.scenario);
  process.stdout.write(formats[format](finished, read.file));
  if (finished.end === 'limit')
    console.error(`${file}: stopped after ${finished.trace.last} steps, it may have no end`);
  return 0;
}

function readArguments(
  args: readonly string[]
): string | { file: string; format: keyof typeof formats; settings: Setting[] } {
  let values: { set?: string[]; seed?: string; format?: string };
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        set: { type: 'string', multiple: true },
        seed: { type: 'string' },
        format: { type: 'string' }
      }
    }));
  } catch (e) {
    return (e as Error).message;
  }
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) return 'one file is run at a time';
  const format = values.format ?? 'table';
  if (!isFormat(format)) return `unknown format "${format}"`;
  const settings: Setting[] = [];
  for (const given of [...(values.set ?? []), ...(values.seed === undefined ? [] : [`seed=${values.seed}`])]) {
    const at = given.indexOf('=');
    if (at < 1) return `--set takes PATH=VALUE, it is "${given}"`;
    settings.push({ path: given.slice(0, at), value: given.slice(at + 1) });
  }
  return { file, format, settings };
}
