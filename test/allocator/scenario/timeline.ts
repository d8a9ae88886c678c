import { parse } from 'valibot';
import {
  expand,
  scenarioSchema,
  type Scenario,
  type ScenarioInput
} from '../../../src/lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '../../../src/lib/allocator/sim/index.ts';
import { change, Cursor, jobName, nodeOf, words } from '../../../src/lib/allocator/trace/index.ts';

/** What a test writes of a scenario: everything but the header. */
export type Sketch = Omit<ScenarioInput, 'schema' | 'id'>;

/** The scenario of a sketch. Throws with every complaint if it cannot be run. */
export function scenarioOf(sketch: Sketch): Scenario {
  const expanded = expand(parse(scenarioSchema, { schema: 1, id: 'test', ...sketch }));
  if (!expanded.ok) throw new Error(expanded.complaints.map((c) => `${c.path.join('.')}: ${c.message}`).join('\n'));
  return expanded.scenario;
}

export const runOf = (sketch: Sketch): FinishedRun => run(scenarioOf(sketch));

/** Changes whose subject is not a job. */
const ofNodes: readonly number[] = [change.nodeUp, change.nodeDown, change.provision, change.provisionFailed];

/**
 * A run as one line a record, `tick who event [→ state]`, so that a timeline worked by hand can stand in a test.
 * @param leave events to leave out, those of every check unless said otherwise
 */
export function timeline({ trace }: FinishedRun, leave = ['request', 'check', 'recheck', 'book', 'free']): string[] {
  const cursor = new Cursor(trace);
  const lines: string[] = [];
  for (let step = 1; step <= trace.last; step++) {
    const world = cursor.seek(step);
    for (const record of trace.recordsOf(step)) {
      const { event, to } = words(record);
      if (leave.includes(event)) continue;
      const who = ofNodes.includes(record.kind)
        ? nodeOf(trace.scenario, record.node).name
        : record.kind === change.replicas
          ? trace.scenario.deployments[record.subject]?.name
          : jobName(world, record.subject);
      const count = record.kind === change.replicas || record.kind === change.crash ? ` ${record.pods}` : '';
      lines.push(`${record.tick} ${who} ${event}${count}${to === undefined ? '' : ` → ${to}`}`);
    }
  }
  return lines;
}

/** The evidence of the first check of a job whose outcome was `outcome`. Throws if there is none. */
export function evidenceOf(finished: FinishedRun, job: string, outcome: string) {
  for (let step = 1; step <= finished.trace.last; step++) {
    const evidence = finished.evidenceAt(step);
    if (evidence?.job === job && evidence.outcome === outcome) return evidence;
  }
  throw new Error(`no check of ${job} came to ${outcome}`);
}
