import {
  isTransition,
  jobName,
  RECENT,
  type CheckEvidence,
  type Trace,
  type World
} from '#lib/allocator/trace/index.ts';
import { stateName, stateWords, statusOf, table } from '#lib/allocator/lifecycle/index.ts';
import type { Histories } from './histories.ts';
import { askOf, clockOf, list, nodeName } from './names.ts';
import { nodeReason } from './reason.ts';
import { boxLabels, boxOfAction, boxOfState, type Told } from './step.ts';
import type { BoardRow, BoxId, StripBox } from './view.ts';

/** Lines of a board at most: more than anyone reads, and as many as every step can afford. */
export const BOARD_LINES = 40;

/** The board behind a step: lines in order of arrival, and the number of jobs that have none. */
export interface Board {
  readonly lines: readonly BoardRow[];
  readonly off: number;
}

/**
 * The board behind a step: all jobs that have joined, or of very many those that this step changed, then those that
 * are not done, then the others, each in order of arrival.
 */
export function board(
  world: World,
  trace: Trace,
  step: number,
  histories: Histories,
  evidenceAt: (step: number) => CheckEvidence | undefined
): Board {
  const joined = [...jobsThat(world, (state) => state > 0)];
  const jobs = joined.length <= BOARD_LINES ? joined : foremost(world, joined, subjectsOf(trace, step));
  const lines = jobs.map((job): BoardRow => {
    const name = stateName((world.state[job] as number) - 1);
    const entered = histories.changed(job, step);
    const checked = histories.checked(job, step);
    return {
      job: jobName(world, job),
      state: name,
      status: statusOf[name],
      words: stateWords[name],
      since: clockOf(world.scenario, trace.tickOf(entered)),
      ask: askOf(world, job),
      where: whereIs(world, job, checked > step - RECENT ? evidenceAt(checked) : undefined),
      changed: entered === step
    };
  });
  return { lines, off: joined.length - jobs.length };
}

function* jobsThat(world: World, wanted: (state: number) => boolean): Generator<number> {
  for (let job = 0; job < world.state.length; job++) if (wanted(world.state[job] as number)) yield job;
}

const subjectsOf = (trace: Trace, step: number): ReadonlySet<number> =>
  new Set(trace.recordsOf(step).flatMap(({ kind, subject }) => (isTransition(kind) ? [subject] : [])));

function foremost(world: World, joined: readonly number[], changed: ReadonlySet<number>): number[] {
  const rank = (job: number): number =>
    changed.has(job) ? 0 : table.final[(world.state[job] as number) - 1] === true ? 2 : 1;
  const ranked = [0, 1, 2].flatMap((wanted) => joined.filter((job) => rank(job) === wanted));
  return ranked.slice(0, BOARD_LINES).sort((a, b) => a - b);
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
  const jobs = new Map<BoxId, number[]>();
  const stand = (box: BoxId, job: number): void => {
    const there = jobs.get(box);
    if (there === undefined) jobs.set(box, [job]);
    else there.push(job);
  };
  for (let job = 0; job < world.state.length; job++) {
    const state = (world.state[job] as number) - 1;
    const box = state < 0 ? undefined : boxOfState[stateName(state)];
    if (box !== undefined) stand(box, job);
    else if (job === told?.job && current !== undefined && state >= 0) stand(current, job);
  }
  const boxes: BoxId[] = [...always, ...(['scale', 'preempt', 'reject'] as const).filter((box) => used.has(box))];
  return boxes.map((id) => {
    const standing = jobs.get(id) ?? [];
    return {
      id,
      label: boxLabels[id],
      current: id === current,
      jobs: standing.slice(0, STRIP_NAMES).map((job) => jobName(world, job)),
      more: Math.max(0, standing.length - STRIP_NAMES)
    };
  });
}

/** As many names as a box of the strip can hold. */
const STRIP_NAMES = 12;
