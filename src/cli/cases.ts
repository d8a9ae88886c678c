import { readFile } from 'node:fs/promises';
import type { Case, CaseCheck } from './case-kit.ts';
import { disputedCases } from './disputed-cases.ts';

/** The topics: `cases/<topic>.ts` exports `check`. */
const topics = import.meta.glob<CaseCheck>('./cases/*.ts', { eager: true, import: 'check' });

/** What a run of case files gave. */
export interface CaseCount {
  passed: number;
  failed: number;
  /** Failed, but disputed: see `disputed-cases.ts`. Counted here only where the caller leaves those out. */
  skipped: number;
}

/** Runs one parsed case file; every failing case is told to `print` with its expected and actual values. */
export function runTopic(
  file: { topic: string; cases: readonly Case[] },
  print: (line: string) => void,
  skipDisputed = false
): CaseCount {
  const check = topics[`./cases/${file.topic}.ts`];
  const count: CaseCount = { passed: 0, failed: 0, skipped: 0 };
  for (const c of file.cases) {
    const problems: string[] = [];
    if (check === undefined) problems.push(`unknown topic "${file.topic}"`);
    else
      try {
        for (const d of check(c))
          problems.push(
            `${d.at || '(whole)'}: expected ${JSON.stringify(d.expected)}, actual ${JSON.stringify(d.actual)}`
          );
      } catch (e) {
        problems.push(e instanceof Error ? e.message : String(e));
      }
    if (problems.length === 0) count.passed++;
    else {
      const dispute = disputedCases[c.id];
      if (dispute !== undefined && skipDisputed) count.skipped++;
      else count.failed++;
      print(
        `${dispute !== undefined && skipDisputed ? 'DISPUTED' : 'FAIL'} ${file.topic} ${c.id}${c.kind === undefined ? '' : ` (${c.kind})`}`
      );
      for (const p of problems) print(`  ${p}`);
      if (dispute !== undefined) print(`  disputed: ${dispute}`);
    }
  }
  return count;
}

/**
 * `npm run cases -- FILE…`: exit 0 when every case passes, 1 when one fails, 2 when a file cannot be read.
 * `--skip-disputed` counts the disputed ones as skipped.
 */
export async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => arg !== '--skip-disputed');
  const skipDisputed = files.length < args.length;
  if (files.length === 0) {
    console.error('usage: npm run cases -- FILE…');
    return 2;
  }
  const total: CaseCount = { passed: 0, failed: 0, skipped: 0 };
  for (const name of files) {
    let file: { topic: string; cases: readonly Case[] };
    try {
      file = JSON.parse(await readFile(name, 'utf8')) as typeof file;
      if (typeof file.topic !== 'string' || !Array.isArray(file.cases)) throw new Error('no topic or no list of cases');
    } catch (e) {
      console.error(`${name}:1:1 not a case file: ${e instanceof Error ? e.message : String(e)}`);
      return 2;
    }
    const count = runTopic(file, (line) => console.log(line), skipDisputed);
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 ? 0 : 1;
}
