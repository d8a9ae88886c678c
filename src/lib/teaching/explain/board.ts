import { isTransition, jobName, type Rec, type Trace, type World } from '#lib/allocator/trace/index.ts';
import { stateName, stateWords, statusOf, table } from '#lib/allocator/lifecycle/index.ts';
import type { CheckEvidence } from '#lib/allocator/trace/index.ts';
import { askOf, clockOf, list, nodeName } from './names.ts';
import { nodeReason } from './reason.ts';
import { boxLabels, boxOfAction, boxOfState, type Told } from './step.ts';
import type { BoardRow, BoxId, StripBox } from './view.ts';

/** For each job the steps in which its state changed, in order: when it entered a state, and where it was checked. */
export class Histories {
  readonly #steps = new Map<number, number[]>();
  readonly #checks = new Map<number, number[]>();

  constructor(trace: Trace) {
    for (let step = 1; step <= trace.last; step++) for (const record of trace.recordsOf(step)) this.#note(step, record);
  }

  /** The last step up to one in which a job's state changed; 0 for none. */
  changed(job: number, step: number): number {
    return lastUpTo(this.#steps.get(job) ?? [], step);
  }

  /** The last step up to one in which a job was checked; 0 for none. */
  checked(job: number, step: number): number {
    return lastUpTo(this.#checks.get(job) ?? [], step);
  }

  #note(step: number, record: Rec): void {
    if (!isTransition(record.kind)) return;
    add(this.#steps, record.subject, step);
    if (table.states[(table.transitions[record.kind] as { to: number }).to] === 'checking')
      add(this.#checks, record.subject, step);
  }
}

function add(map: Map<number, number[]>, job: number, step: number): void {
  const steps = map.get(job);
  if (steps === undefined) map.set(job, [step]);
  else if (steps.at(-1) !== step) steps.push(step);
}

function lastUpTo(steps: readonly number[], step: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as number) <= step) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1] ?? 0;
}

/** The board behind a step: a line for each job that has joined, in order of arrival. */
export function board(
  world: World,
  trace: Trace,
  step: number,
  histories: Histories,
  evidenceAt: (step: number) => CheckEvidence | undefined
): BoardRow[] {
  const rows: BoardRow[] = [];
  for (let job = 0; job < world.state.length; job++) {
    const state = (world.state[job] as number) - 1;
    if (state < 0) continue;
    const name = stateName(state);
    const entered = histories.changed(job, step);
    rows.push({
      job: jobName(world, job),
      state: name,
      status: statusOf[name],
      words: stateWords[name],
      since: clockOf(world.scenario, trace.tickOf(entered)),
      ask: askOf(world, job),
      where: whereIs(world, job, evidenceAt(histories.checked(job, step))),
      changed: entered === step
    });
  }
  return rows;
}

function whereIs(world: World, job: number, evidence: CheckEvidence | undefined): string {
  const holdings = world.holdings(job);
  if (holdings.length > 0)
    return list(holdings.map(({ node, pods }) => `${nodeName(world.scenario, node)}${pods > 1 ? ` × ${pods}` : ''}`));
  const state = (world.state[job] as number) - 1;
  if (!stateName(state).startsWith('waiting') || evidence === undefined) return '';
  const nominated = world.nominated.get(job);
  if (nominated !== undefined) return `${nodeName(world.scenario, nominated)} is being cleared`;
  if (evidence.outcome === 'heldByQuota') return 'over quota';
  if (evidence.behind !== undefined) return `behind ${evidence.behind}`;
  if (evidence.backfill !== undefined) return `must not delay ${evidence.backfill.head}`;
  const [only] = evidence.nodes;
  return evidence.nodes.length === 1 && only !== undefined ? nodeReason(only) : 'no node has room';
}

const always: readonly BoxId[] = ['request', 'check', 'allocate', 'run', 'release', 'wait'];

/** The strip behind a step: the boxes of this run, who stands in each, and the one that the step lights up. */
export function strip(world: World, told: Told | undefined, used: ReadonlySet<BoxId>): StripBox[] {
  const current = told === undefined ? undefined : boxOfAction[told.action];
  const jobs = new Map<BoxId, string[]>();
  const stand = (box: BoxId, job: number): void => {
    jobs.set(box, [...(jobs.get(box) ?? []), jobName(world, job)]);
  };
  for (let job = 0; job < world.state.length; job++) {
    const state = (world.state[job] as number) - 1;
    const box = state < 0 ? undefined : boxOfState[stateName(state)];
    if (box !== undefined) stand(box, job);
    else if (job === told?.job && current !== undefined && state >= 0) stand(current, job);
  }
  const boxes: BoxId[] = [...always, ...(['scale', 'preempt', 'reject'] as const).filter((box) => used.has(box))];
  return boxes.map((id) => ({ id, label: boxLabels[id], current: id === current, jobs: jobs.get(id) ?? [] }));
}
