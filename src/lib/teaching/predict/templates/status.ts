import type { Status } from '#lib/allocator/lifecycle/index.ts';
import { drawnQueue } from '../drawn-queue.ts';
import type { MisconceptionId } from '../misconceptions/table.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';

/** Columns of the tracker that are jobs: they hold a status word. */
const columns = ({ view, scenario }: OpenRun): { label: string; values: readonly string[] }[] =>
  view.tracker.filter(({ label }) => isJob(scenario.jobs, label));

const isJob = (jobs: OpenRun['scenario']['jobs'], label: string): boolean =>
  Array.from({ length: jobs.count }, (_, j) => jobs.name(j)).includes(label);

/** The column to ask about in a step: one that the step changes, or where none does one that the next step will. */
function columnAt(open: OpenRun, step: number): { label: string; values: readonly string[] } | undefined {
  const changes =
    (to: number) =>
    (c: { values: readonly string[] }): boolean =>
      c.values[to] !== c.values[to - 1];
  const joinedAlready = columns(open).filter((c) => c.values[step] !== 'none');
  return joinedAlready.find(changes(step + 1)) ?? joinedAlready.find(changes(step + 2));
}

/** What the tracker says of a job after a step. */
export const statusTemplate: Template = {
  title: 'What does the state column say?',
  revision: 1,
  objective: 'job-states',
  difficulty: 'easy',
  draw: drawnQueue,
  ask(open, step) {
    const row = step + 2 > open.trace.last ? undefined : open.view.at(step + 1).row;
    const column = row && columnAt(open, step);
    if (row === undefined || column === undefined) return undefined;
    const { label, values } = column;
    const answer = values[step + 1] as string;
    const before = columns(open).map((c) => `${c.label} ${c.values[step] ?? 'none'}`);
    const because = open.view.at(step + 1).sentence;
    return {
      stem: `After step ${step} the status tracker says: ${before.join(', ')}. Step ${step + 1} at ${row.clock} is “${row.action}”. What does it say of ${label} after that step?`,
      hint: 'A step changes what its own action is about, and nothing else yet.',
      solution: [`Step ${step + 1}: ${because}`, `So ${label} is ${answer}.`],
      key: { answer, because },
      wrong: wrongAnswers(values, step + 1, label)
    };
  }
};

/** Statuses that somebody may take for each other. */
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

function wrongAnswers(values: readonly string[], step: number, label: string): WrongAnswer[] {
  const now = values[step] as string;
  const later = values.slice(step + 1).find((v) => v !== now);
  const first = later === undefined ? undefined : values.indexOf(later, step + 1);
  const is = (misconception: MisconceptionId, answer: string | undefined, numbers: string): WrongAnswer[] =>
    answer === undefined || answer === 'none' ? [] : [{ misconception, answer, numbers }];
  const truth = `After step ${step} it is ${now}.`;
  return [
    ...is('a-step-late', values[step - 1], `${label} was ${values[step - 1] ?? ''} after step ${step - 1}. ${truth}`),
    ...is('a-step-early', later, `${label} is ${later ?? ''} after step ${first ?? step} at the earliest. ${truth}`),
    ...confused.flatMap(([id, from, to]) => (from === now ? is(id, to, truth) : []))
  ];
}
