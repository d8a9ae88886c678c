import { isExtended } from '#lib/base/units/index.ts';
import { jobName, nodeOf, words, type Rec, type World } from '#lib/allocator/trace/index.ts';
import { holdersLine } from '../check-scene.ts';
import { drawnQueue } from '../drawn-queue.ts';
import type { MisconceptionId } from '../misconceptions/table.ts';
import type { WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';
import { asked, askOf, freeAt, freeInAll, freeWords, holders, jobsIn, nameOf, sentenceOf, upNodes } from '../words.ts';

/** What a step does to a node: a job takes room on it or gives room back. */
const touches = (r: Rec): boolean => r.node >= 0 && (words(r).to === 'allocated' || words(r).event === 'release');

/** How many devices are free on a node after a step. */
export const freeTemplate: Template = {
  title: 'How many are free on the node?',
  revision: 1,
  objective: 'trace-a-request',
  difficulty: 'easy',
  draw: drawnQueue,
  ask(open, step) {
    const record = open.trace.recordsOf(step + 1).find(touches);
    const row = open.view.at(Math.min(step + 1, open.trace.last)).row;
    if (record === undefined || row === undefined) return undefined;
    const after = open.worldAt(step + 1);
    const r = asked(after, record.subject).findLast((i) => isExtended(open.scenario.resources[i] as string));
    if (r === undefined) return undefined;
    const free = freeAt(after, record.node, r);
    const inAll = freeInAll(after, r);
    const world = open.worldAt(step);
    const node = nodeOf(open.scenario, record.node).name;
    const name = nameOf(open.scenario.resources[r] as string);
    const because = open.view.at(step + 1).sentence;
    const offered = upNodes(world).map(
      (n) =>
        `${nodeOf(open.scenario, n).name} has ${world.allocatable[n * open.scenario.resources.length + r] ?? 0} ${name}`
    );
    const waiting = waitingLine(open.worldAt(step));
    const stem = [
      `${offered.join(', ')}.`,
      holdersLine(open.worldAt(step), false),
      waiting,
      `Step ${step + 1} at ${row.clock} is “${row.action}”${words(record).to === 'allocated' ? ` on ${node}` : ''}. How many ${name} are free on ${node} after it?`
    ];
    return {
      stem: stem.filter((line) => line !== '').join(' '),
      hint: 'What the node offers, less what is held on it after the step.',
      solution: [`Before the step, ${freeWords(open.worldAt(step), [r])}.`, because],
      key: { answer: String(free), because },
      wrong: wrongAnswers(open.worldAt(step), { node: record.node, resource: r, free, inAll, name })
    };
  }
};

/** `bench waits for 2 GPUs.` for all who wait. */
function waitingLine(world: World): string {
  const words = jobsIn(world, 'waiting', 'requested').map(
    (job) => `job ${jobName(world, job)} waits for ${askOf(world, job)}`
  );
  return words.length === 0 ? '' : sentenceOf(words);
}

interface Asked {
  readonly node: number;
  readonly resource: number;
  /** What is free on the node, and on all nodes, after the step. */
  readonly free: number;
  readonly inAll: number;
  readonly name: string;
}

/** Wrong figures; `world` stands before the step. */
function wrongAnswers(world: World, { node, resource, free, inAll, name }: Asked): WrongAnswer[] {
  const before = freeAt(world, node, resource);
  const there = holders(world).filter((job) => world.holdings(job).some((h) => h.node === node));
  const waiting = jobsIn(world, 'waiting').reduce((sum, job) => sum + world.asks(job, resource), 0);
  const offered = world.allocatable[node * world.scenario.resources.length + resource] as number;
  const took = free < before;
  const jobs = took ? there.length + 1 : there.length - 1;
  const is = (misconception: MisconceptionId, n: number, numbers: string): WrongAnswer[] =>
    n < 0 ? [] : [{ misconception, answer: String(n), numbers }];
  return [
    ...is(took ? 'allocation-forgotten' : 'release-forgotten', before, `Free before: ${before}; after: ${free}.`),
    ...is('counts-cluster', inAll, `${inAll} ${name} are free on all nodes together, ${free} on this one.`),
    ...is('one-job-one-device', offered - jobs, `The node offers ${offered}; what its jobs ask for leaves ${free}.`),
    ...is('books-at-request', free - waiting, `Those who wait ask for ${waiting} and hold none.`),
    ...is(
      'forgets-bookings',
      offered,
      `It offers ${offered}, of which ${offered - free} ${offered - free === 1 ? 'is' : 'are'} held.`
    )
  ];
}
