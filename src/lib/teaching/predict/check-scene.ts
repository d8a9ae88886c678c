import { formatClock, plainAmount } from '#lib/base/units/index.ts';
import { stateName, type StateName } from '#lib/allocator/lifecycle/index.ts';
import { jobName, type CheckEvidence, type World } from '#lib/allocator/trace/index.ts';
import type { OpenRun } from './question.ts';
import {
  asked,
  askOf,
  freeWords,
  holders,
  holdingWords,
  priorityOf,
  sentenceOf,
  upNodes,
  jobsJoined
} from './words.ts';

/** A run that stands at a check: the job, what it asks, and what the check compared. */
export interface CheckScene {
  readonly open: OpenRun;
  readonly step: number;
  /** The world at the check, before anything is decided. */
  readonly world: World;
  readonly job: number;
  readonly name: string;
  readonly ask: string;
  readonly evidence: CheckEvidence;
}

/** The check in a step; undefined for a step that checks nothing, or whose decision the run does not reach. */
export function checkAt(open: OpenRun, step: number): CheckScene | undefined {
  const evidence = open.run.evidenceAt(step);
  const job = open.trace.recordsOf(step)[0]?.subject;
  if (evidence === undefined || job === undefined || step >= open.trace.last) return undefined;
  const world = open.worldAt(step);
  const each = askOf(world, job);
  const ask = evidence.pods === 1 ? each : `${evidence.pods} pods of ${each} at once`;
  return { open, step, world, job, name: jobName(world, job), ask, evidence };
}

/** The state that the decision takes the job to. Moves the world. */
export const decidedState = ({ open, step, job }: CheckScene): StateName =>
  stateName((open.worldAt(step + 1).state[job] as number) - 1);

/** `At 0:40 job train asks for 2 GPUs.` Of one that came before, it says when, since its place in the queue goes by that. */
export function askLine({ open, step, job, name, ask }: CheckScene): string {
  const { jobs, tickMillis } = open.scenario;
  const now = open.trace.tickOf(step);
  const arrival = jobs.arrival[job] ?? now;
  const asks = arrival < now ? `, which came at ${formatClock(arrival, tickMillis)}, asks again` : ' asks';
  return `At ${formatClock(now, tickMillis)} job ${name}${asks} for ${ask}.`;
}

/** `node-a has 1 of 4 GPUs free, node-b 2 of 4.` */
export const freeLine = ({ world, job }: CheckScene): string =>
  upNodes(world).length === 0 ? 'No node is up.' : `${freeWords(world, asked(world, job))}.`;

/** More holders than this are counted, not named. */
const NAMED = 5;

/** Who holds what, with priorities where the policy may go by them. */
export function holdersLine(world: World, withPriority: boolean): string {
  const jobs = holders(world);
  if (jobs.length === 0) return 'Nobody holds anything.';
  if (jobs.length > NAMED) return `${jobs.length} jobs hold resources.`;
  return sentenceOf(
    jobs.map((job) => `${holdingWords(world, job)}${withPriority ? ` (priority ${priorityOf(world, job)})` : ''}`)
  );
}

/** States in which a job counts against its tenant's quota. */
const counted: readonly StateName[] = [
  'waiting.queued',
  'waiting.scaling',
  'waiting.preempting',
  'allocated',
  'running',
  'stopping'
];

/** The quota of the job's tenant and what counts against it; empty where there is none. */
export function quotaLine({ open, world, job }: CheckScene): string {
  const { quotas, kinds, resources, tenants } = open.scenario;
  const tenantOf = (other: number): number => kinds[world.kind[other] as number]?.tenant ?? -1;
  const mine = tenantOf(job);
  const counts = (other: number): boolean =>
    other !== job && tenantOf(other) === mine && counted.includes(stateName((world.state[other] as number) - 1));
  const others = jobsJoined(world).filter(counts);
  const lines = quotas
    .filter(({ tenant }) => tenant === mine)
    .flatMap(({ hard, cohort }) =>
      asked(world, job)
        .filter((r) => (hard[r] ?? -1) >= 0)
        .map((r) => {
          const name = resources[r] as string;
          const used = others.reduce((sum, other) => sum + world.asks(other, r), 0);
          const lends = cohort === undefined ? '' : ', and its cohort may lend it more';
          return `${tenants[mine]?.name ?? 'Its tenant'} has a quota of ${plainAmount(name, hard[r] as number)}, of which ${plainAmount(name, used)} are counted${lends}`;
        })
    );
  return lines.length === 0 ? '' : sentenceOf(lines);
}
