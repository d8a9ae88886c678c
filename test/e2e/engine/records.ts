import { readScenario } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';

/** Every record of a scenario's run, its counts and the evidence of its checks, as one text that can be compared. */
export function runText(text: string): string {
  const read = readScenario(text);
  if (!read.ok) return JSON.stringify(read.problems);
  const { trace, counts, end, evidenceAt } = run(read.scenario);
  const steps = Array.from({ length: trace.last }, (_, i) => ({
    records: trace.recordsOf(i + 1),
    evidence: evidenceAt(i + 1)
  }));
  return JSON.stringify({ steps, counts, end });
}
