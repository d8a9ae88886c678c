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

/** Lines of a board at most: what is below it must stay near. */
export const BOARD_LINES = 24;

/** The board behind a step: lines in order of arrival, the number of jobs that have none, and how many of them wait. */
export interface Board {
  readonly lines: readonly BoardRow[];
  readonly off: number;
  readonly waitingOff: number;
}

/**
 * The board behind a step: all jobs that have joined, or of very many those that this step changed, then of those that
 * wait and of those that hold room the first, about as many of either, then those that are over.
 */
export function board(
  world: World,
  trace: Trace,
  step: number,
  histories: Histories,
  evidenceAt: (step: number) => CheckEvidence | undefined
): Board {
  const { jobs, waiting } = foremost(world, subjectsOf(trace, step));
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
  const waitingOff = waiting - lines.filter(({ status }) => status === 'waiting').length;
  return { lines, off: world.jobs - jobs.length, waitingOff };
}

const subjectsOf = (trace: Trace, step: number): ReadonlySet<number> =>
  new Set(trace.recordsOf(step).flatMap(({ kind, subject }) => (isTransition(kind) ? [subject] : [])));

/** The jobs that get a line, and how many wait in all. No more are kept than can get one: all jobs are passed at every step. */
function foremost(
  { state }: World,
  changed: ReadonlySet<number>
): { readonly jobs: number[]; readonly waiting: number } {
  const waits: number[] = [];
  const holds: number[] = [];
  const over: number[] = [];
  let waiting = 0;
  for (let job = 0; job < state.length; job++) {
    const now = state[job] as number;
    if (now === 0) continue;
    if (isWaiting[now] === true) waiting++;
    const rank = isOver[now] === true ? over : isWaiting[now] === true ? waits : holds;
    if (rank.length < BOARD_LINES && !changed.has(job)) rank.push(job);
  }
  const first = [...changed].sort((a, b) => a - b);
  const left = Math.max(0, BOARD_LINES - first.length);
  const half = Math.max(left >> 1, left - holds.length);
  const jobs = [...first, ...waits.slice(0, half), ...holds, ...over].slice(0, BOARD_LINES);
  return { jobs: jobs.sort((a, b) => a - b), waiting };
}

/** By the state of a job in its world, which is 0 before it joins. */
const isOver: readonly boolean[] = [false, ...table.final];
const isWaiting: readonly boolean[] = [
  false,
  ...table.states.map((_, state) => statusOf[stateName(state)] === 'waiting')
];

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

/** As many names as a box of the strip can hold. */
const STRIP_NAMES = 12;

/** By the state of a job in its world, which is 0 before it joins. */
const boxAt: readonly (BoxId | undefined)[] = [
  undefined,
  ...table.states.map((_, state) => boxOfState[stateName(state)])
];

/** Who stands in a box: the first of them, and how many. */
interface Standing {
  readonly first: number[];
  count: number;
}

/** The strip behind a step: the boxes of this run, who stands in each, and the one that the step lights up. */
export function strip(world: World, told: Told | undefined, used: ReadonlySet<BoxId>): StripBox[] {
  const current = told === undefined ? undefined : boxOfAction[told.action];
  const boxes: BoxId[] = [...always, ...(['scale', 'preempt', 'reject'] as const).filter((box) => used.has(box))];
  const standing = standingIn(world, told?.job, current);
  return boxes.map((id) => {
    const { first, count } = standing.get(id) ?? { first: [], count: 0 };
    return {
      id,
      label: boxLabels[id],
      current: id === current,
      jobs: first.map((job) => jobName(world, job)),
      more: count - first.length
    };
  });
}

/** Who stands where; a job that this step took off the strip is last seen in the box that the step lights up. */
function standingIn(
  { state }: World,
  told: number | undefined,
  current: BoxId | undefined
): ReadonlyMap<BoxId, Standing> {
  const standing = new Map<BoxId, Standing>();
  const byState = boxAt.map((box) => (box === undefined ? undefined : placeOf(standing, box)));
  const last = current === undefined ? undefined : placeOf(standing, current);
  for (let job = 0; job < state.length; job++) {
    const there = byState[state[job] as number] ?? (job === told ? last : undefined);
    if (there === undefined) continue;
    if (there.count < STRIP_NAMES) there.first.push(job);
    there.count++;
  }
  return standing;
}

function placeOf(standing: Map<BoxId, Standing>, box: BoxId): Standing {
  const there = standing.get(box) ?? { first: [], count: 0 };
  standing.set(box, there);
  return there;
}
