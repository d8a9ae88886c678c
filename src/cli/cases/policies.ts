import { stateId, table } from '#lib/allocator/lifecycle/index.ts';
import { metricsOf } from '#lib/allocator/metrics/index.ts';
import type { ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { isTransition } from '#lib/allocator/trace/index.ts';
import { type Case, differences, near } from '../case-kit.ts';
import { byId, simulate, type CaseJob, type CaseRun } from '../case-simulator.ts';

interface PolicyCase {
  readonly policy: string;
  readonly quantum: number | null;
  readonly servers: number;
  readonly jobs: readonly {
    readonly id: string;
    readonly arrival: number;
    readonly runtime: number;
    readonly priority?: number;
  }[];
}

/** Names of policies in the cases, and what they are here. */
const policies: Readonly<Record<string, ScenarioInput['policy']>> = {
  fcfs: { order: 'fifo' },
  sjf: { order: 'shortest-first' },
  srtf: { order: 'shortest-remaining', preemption: 'lower-priority' },
  priority: { order: 'priority' },
  'priority-preemptive': { order: 'priority', preemption: 'lower-priority' },
  rr: { order: 'round-robin' }
};

/** Who ran when: a bar from each start to the next time the job gives its place back. */
function gantt({ trace }: CaseRun, jobs: readonly CaseJob[]): [string, number, number][] {
  const since = new Map<number, number>();
  const bars: [string, number, number][] = [];
  for (let i = 0; i < trace.length; i++) {
    const { kind, subject, tick } = trace.at(i);
    if (!isTransition(kind)) continue;
    const { from, to } = table.transitions[kind]!;
    if (to === stateId.running) since.set(subject, tick);
    if (from !== stateId.releasing || !since.has(subject)) continue;
    const position = Number(trace.scenario.jobs.name(subject).replace('job-', ''));
    bars.push([jobs[position]!.id, since.get(subject)!, tick]);
    since.delete(subject);
  }
  return bars;
}

/** Topic `policies`: single-server scheduling; the smaller number is the more urgent. */
export function check(c: Case) {
  const { policy, quantum, servers, jobs } = c as unknown as PolicyCase;
  const known = policies[policy];
  if (known === undefined) throw new Error(`unknown policy "${policy}"`);
  const asked = jobs.map(({ runtime, priority, ...job }): CaseJob => ({
    ...job,
    service: runtime,
    request: { server: 1 },
    priority: -(priority ?? 0)
  }));
  const finished = simulate({ server: servers }, asked, {
    preset: 'textbook',
    ...known,
    ...(quantum === null ? {} : { quantum })
  });
  const { meanWait, meanTurnaround } = metricsOf(finished.trace);
  const actual = {
    waiting: byId(
      asked,
      finished.times.map(({ arrival, end, held }) => (end ?? NaN) - arrival - held)
    ),
    meanWaiting: meanWait,
    meanTurnaround,
    gantt: gantt(finished, asked)
  };
  return differences(c.expect, actual, near(1e-9));
}
