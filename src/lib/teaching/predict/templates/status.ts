import { stateName, statusOf, type Status } from '#lib/allocator/lifecycle/index.ts';
import { jobName } from '#lib/allocator/trace/index.ts';
import { drawnQueue } from '../drawn-queue.ts';
import type { MisconceptionId } from '../misconceptions/table.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';
import { jobsJoined } from '../words.ts';

/** More columns than this are too many to read in a question. */
const MOST_COLUMNS = 8;

/** What the tracker says of a job after a step. */
function statusAt(open: OpenRun, job: number, step: number): Status {
  const state = (open.worldAt(step).state[job] ?? 0) - 1;
  return state < 0 ? 'none' : statusOf[stateName(state)];
}

/** The job to ask about in a step: one that the step changes, or where it changes none one that the next step will. */
function jobToAsk(open: OpenRun, jobs: readonly number[], step: number): number | undefined {
  const changesIn = (s: number) => (job: number) => statusAt(open, job, s) !== statusAt(open, job, s - 1);
  return jobs.find(changesIn(step + 1)) ?? jobs.find(changesIn(step + 2));
}

/** What the tracker says of a job after a step. */
export const statusTemplate: Template = {
  title: 'What does the state column say?',
  revision: 1,
  objective: 'trace-a-request',
  difficulty: 'easy',
  draw: drawnQueue,
  ask(open, step) {
    const row = step + 2 > open.trace.last ? undefined : open.view.at(step + 1).row;
    const jobs = jobsJoined(open.worldAt(step));
    const job = row && jobs.length <= MOST_COLUMNS ? jobToAsk(open, jobs, step) : undefined;
    if (row === undefined || job === undefined) return undefined;
    const name = jobName(open.worldAt(step), job);
    const before = jobs.map((j) => `${jobName(open.worldAt(step), j)} ${statusAt(open, j, step)}`);
    const answer = statusAt(open, job, step + 1);
    const because = open.view.at(step + 1).sentence;
    return {
      stem: `After step ${step} the status tracker says: ${before.join(', ')}. Step ${step + 1} at ${row.clock} is “${row.action}”. What does it say of ${name} after that step?`,
      hint: 'A step changes what its own action is about, and nothing else yet.',
      solution: [`Step ${step + 1}: ${because}`, `So ${name} is ${answer}.`],
      key: { answer, because },
      wrong: wrongAnswers(open, job, step + 1, name)
    };
  }
};

/** Statuses that somebody may take for each other: what it is, and what it is taken for. */
const confused: readonly (readonly [MisconceptionId, Status, Status])[] = [
  ['allocated-is-running', 'allocated', 'running'],
  ['allocated-is-running', 'running', 'allocated'],
  ['waiting-is-failing', 'waiting', 'failed'],
  ['stops-at-request', 'waiting', 'allocated'],
  ['stops-at-request', 'requested', 'allocated'],
  ['no-means-no', 'waiting', 'rejected'],
  ['release-forgotten', 'completed', 'running'],
  ['always-waits', 'allocated', 'waiting'],
  ['always-waits', 'requested', 'waiting'],
  ['always-waits', 'completed', 'waiting'],
  ['a-step-early', 'running', 'completed']
];

function wrongAnswers(open: OpenRun, job: number, step: number, name: string): WrongAnswer[] {
  const now = statusAt(open, job, step);
  const before = statusAt(open, job, step - 1);
  const change = nextChange(open, job, step);
  const truth = `After step ${step} it is ${now}.`;
  const is = (misconception: MisconceptionId, answer: Status, numbers: string): WrongAnswer => ({
    misconception,
    answer,
    numbers: `${numbers}${truth}`
  });
  return [
    is('a-step-late', before, `${name} was ${before} after step ${step - 1}. `),
    ...confused.flatMap(([id, from, to]) => (from === now ? [is(id, to, '')] : [])),
    ...(change === undefined
      ? []
      : [is('a-step-early', statusAt(open, job, change), `${name} is that after step ${change} at the earliest. `)])
  ];
}

/** The first step behind one in which the status of a job changes. */
function nextChange(open: OpenRun, job: number, step: number): number | undefined {
  const now = statusAt(open, job, step);
  for (let s = step + 1; s <= open.trace.last; s++) if (statusAt(open, job, s) !== now) return s;
  return undefined;
}
