/** The parts of `npm test`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checked, counted, type Outcome } from './outcome.ts';
import { run } from './process.ts';
import { casesCount, playwrightCount, vitestCount, type Count } from './reports.ts';
import type { Stage } from './schedule.ts';

const entry = ['node', 'src/cli/main.mjs'];
const contentChecker = 'src/cli/check-content.ts';

/** A stage that is one check: all its programs say 0, in order; the first that does not ends it. */
function check(name: string, after: readonly string[], ...commands: readonly (readonly string[])[]): Stage {
  return {
    name,
    after,
    async run() {
      for (const command of commands) {
        const { ok, output } = await run(command);
        if (!ok) return checked(false, output);
      }
      return checked(true, '');
    }
  };
}

/** Shows the table of sizes even when all is within budget. */
async function bundle(): Promise<Outcome> {
  const { ok, output } = await run([...entry, 'bundle']);
  return checked(ok, output);
}

/** The counts in a report; none if the runner wrote no report. */
const countIn = (file: string, read: (report: string) => Count): Count =>
  existsSync(file) ? read(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };

async function unit(reports: string): Promise<Outcome> {
  const file = join(reports, 'unit.json');
  const { ok, output } = await run(['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const { passed, failed } = countIn(file, vitestCount);
  return counted(passed, failed, ok, output);
}

async function endToEnd(reports: string): Promise<Outcome> {
  const file = join(reports, 'e2e.json');
  const variables = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { ok, output } = await run(['playwright', 'test', '--reporter=dot,json'], variables);
  const { passed, failed } = countIn(file, playwrightCount);
  return counted(passed, failed, ok, output);
}

async function cases(folder: string): Promise<Outcome> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
  const { ok, output } = await run([...entry, 'cases', '--skip-disputed', ...files]);
  const { passed, failed } = casesCount(output) ?? { passed: 0, failed: 0 };
  return counted(passed, failed, ok, output);
}

/** What a run of the test command is told. */
export interface Settings {
  /** A folder for the reports of the test runners, which exists. */
  readonly reports: string;
  /** A folder of case files; without it the cases are not run. */
  readonly caseFolder?: string;
}

/** All stages that can run here, in the order in which they start. */
export function stagesOf({ reports, caseFolder }: Settings): readonly Stage[] {
  const made = ['prepare'];
  return [
    check('prepare', [], ['svelte-kit', 'sync'], [...entry, 'diagrams']),
    check('browser', [], [...entry, 'browser']),
    check('format', [], ['prettier', '--check', '.']),
    check('build', made, ['vite', 'build']),
    { name: 'bundle', after: ['build'], run: bundle },
    { name: 'unit', after: made, run: () => unit(reports) },
    check('lint', made, ['eslint', '.']),
    check(
      'types',
      made,
      ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      ['tsc', '-p', 'src/service-worker']
    ),
    check('types, pure', [], ['tsc', '-p', 'tsconfig.pure.json']),
    ...(existsSync(contentChecker) ? [check('content', [], [...entry, 'check-content'])] : []),
    ...(caseFolder === undefined ? [] : [{ name: 'cases', run: () => cases(caseFolder) }]),
    { name: 'end to end', after: ['build', 'browser'], run: () => endToEnd(reports) }
  ];
}
