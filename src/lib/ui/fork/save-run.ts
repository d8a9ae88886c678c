import { readScenario } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { recordsCsv, recordsJson } from '#lib/allocator/trace/index.ts';
import { saveFile } from './link.ts';

/** Saves a scenario, or the records of its run, as a file. @throws {Error} for a text that is no scenario */
export function saveRun(format: 'yaml' | 'json' | 'csv', id: string, source: string): void {
  if (format === 'yaml') {
    saveFile(`${id}.yaml`, 'text/yaml', source);
    return;
  }
  const read = readScenario(source);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('; '));
  const finished = run(read.scenario);
  if (format === 'csv') saveFile(`${id}.csv`, 'text/csv', recordsCsv(finished));
  else saveFile(`${id}.json`, 'application/json', recordsJson(finished, read.file, finished.end));
}
