import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStages, type Finished } from './testing/schedule.ts';
import { stagesOf } from './testing/stages.ts';

const lanes = 2;

function print({ name, passed, failed, seconds, detail }: Finished): void {
  const count = passed + failed > 1 ? `${passed} passed, ${failed} failed` : failed === 0 ? 'passed' : 'failed';
  console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${count.padEnd(24)} ${seconds.toFixed(1)} s`);
  if (detail !== '') console.log(`\n${detail.trimEnd().replace(/^/gm, '    ')}\n`);
}

/**
 * `npm test`: format, lint, types, content, unit and component tests, cases, build, bundle budgets and a real browser.
 * Goes on after a failure, and ends with `N passed, N failed`. `CASES` names a folder of case files to run as well.
 */
export async function main(): Promise<number> {
  const reports = mkdtempSync(join(tmpdir(), 'still-pending-'));
  const caseFolder = process.env['CASES'];
  const stages = stagesOf({ reports, ...(caseFolder === undefined || caseFolder === '' ? {} : { caseFolder }) });
  const finished = await runStages(stages, lanes, print);
  rmSync(reports, { recursive: true });
  if (!finished.some(({ name }) => name === 'cases')) console.log('– cases were not run: CASES names no folder');
  const passed = finished.reduce((sum, stage) => sum + stage.passed, 0);
  const failed = finished.reduce((sum, stage) => sum + stage.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
