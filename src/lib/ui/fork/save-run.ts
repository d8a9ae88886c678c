import { readScenario } from '#lib/allocator/scenario/index.ts';
import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import { recordsCsvParts, recordsJson } from '#lib/allocator/trace/index.ts';
import { saveFile } from './link.ts';
import { makeRun } from './make-run.ts';

/**
 * Saves a scenario, or the records of its run, as a file. Rejects with an Error that says why for a text that is no
 * scenario, and for JSON of a run too long for it.
 */
export async function saveRun(format: 'yaml' | 'json' | 'csv', id: string, source: string): Promise<void> {
  if (format === 'yaml') {
    saveFile(`${id}.yaml`, 'text/yaml', source);
    return;
  }
  const finished = await makeRun()(source);
  if (format === 'csv') saveFile(`${id}.csv`, 'text/csv', await csvOf(finished));
  else saveFile(`${id}.json`, 'application/json', jsonOf(finished, source));
}

/** Written part by part, so that the page stays awake meanwhile. */
async function csvOf(run: FinishedRun): Promise<Blob> {
  const parts: string[] = [];
  for (const part of recordsCsvParts(run)) {
    parts.push(part);
    await new Promise((resume) => setTimeout(resume));
  }
  return new Blob(parts);
}

function jsonOf(run: FinishedRun, source: string): string {
  if (run.remote !== undefined)
    throw new Error(`This run has ${run.trace.length.toLocaleString('en')} records, too many for JSON. Take the CSV.`);
  const read = readScenario(source);
  return recordsJson(run, read.ok ? read.file : undefined, run.end);
}
