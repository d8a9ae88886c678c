import { jobName } from '#lib/allocator/trace/index.ts';
import { between, gpuNodes, gpus, jobNames, pick } from '../draw.ts';
import { mispicks } from '../misconceptions/queue.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import { queueIn, waitingWords, type Waiting } from '../queue-scene.ts';
import type { Template } from '../template.ts';
import { joinsBetween, lastAtTick, nextAtTick, releasesLast } from '../turns.ts';
import { blockedWords, capital, freeWords, joined, orderWords } from '../words.ts';

const NOBODY = 'Nobody yet';
const tried = [
  'ignores-priority',
  'passes-blocked',
  'ignores-fit',
  'smallest-first',
  'newest-first',
  'largest-first',
  'expects-nobody'
] as const;

/** Who is allocated next after a release. */
export const nextTemplate: Template = {
  title: 'Who starts next?',
  revision: 2,
  objective: 'waits',
  difficulty: 'medium',
  draw(s) {
    const offer = between(s, 3, 6);
    const [holder = '', rest = '', ...others] = jobNames(s, 2 + between(s, 3, 4));
    const first = between(s, 1, offer - 1);
    return {
      cluster: { nodes: gpuNodes([offer]) },
      policy: {
        preset: 'textbook',
        order: pick(s, ['fifo', 'priority', 'priority', 'shortest-first'] as const),
        blocked: pick(s, ['block', 'skip'] as const)
      },
      jobs: [
        { name: holder, service: `${between(s, 30, 60)}s`, resources: gpus(first) },
        { name: rest, service: `${between(s, 90, 120)}s`, resources: gpus(offer - first) },
        ...others.map((name, i) => ({
          name,
          arrival: `${2 + 5 * i + s.intBelow(5)}s`,
          service: `${between(s, 10, 60)}s`,
          priority: pick(s, [0, 10, 20]),
          resources: gpus(between(s, 1, offer))
        }))
      ]
    };
  },
  ask(open, step) {
    const { scenario } = open;
    const { order, blocked } = scenario.policy;
    if (
      !releasesLast(open, step) ||
      blocked === 'easy' ||
      blocked === 'conservative' ||
      joinsBetween(open, step, lastAtTick(open, step))
    )
      return undefined;
    const world = open.worldAt(step);
    const queue = queueIn(world);
    if (queue.length < 2) return undefined;
    const free = freeWords(world, [...scenario.resources.keys()]);
    const names = queue.map((w) => waitingWords(scenario, w));
    const next = nextAtTick(open, step);
    const because = next === undefined ? `Nobody who may go fits: ${free}.` : open.view.at(next.step).sentence;
    return {
      stem: `${open.view.at(step).sentence} Now ${free}. In the queue, ${joined(names)}. The order is ${orderWords[order]}; ${blockedWords[blocked]}. Who is allocated next?`,
      hint: 'Put the queue in the policy’s order, then ask each in turn whether it fits.',
      solution: [`The order is ${orderWords[order]}, then by arrival.`, `What is free: ${free}.`, because],
      key: { answer: next === undefined ? NOBODY : jobName(world, next.job), because },
      wrong: wrongAnswers(open, queue, free, next?.job)
    };
  }
};

/** Whether those who wait ask for different amounts; nobody asks for least or most where they do not. */
const differ = (queue: readonly Waiting[]): boolean => queue.some(({ size }) => size !== queue[0]?.size);

function wrongAnswers(
  open: OpenRun,
  queue: readonly Waiting[],
  free: string,
  right: number | undefined
): WrongAnswer[] {
  const key = queue.find(({ job }) => job === right);
  const against = key === undefined ? '' : `; ${waitingWords(open.scenario, key)}`;
  const { order, blocked } = open.scenario.policy;
  return tried
    .filter((id) => id !== 'ignores-priority' || order === 'priority')
    .filter((id) => id !== 'passes-blocked' || blocked === 'block')
    .filter((id) => (id !== 'smallest-first' && id !== 'largest-first') || differ(queue))
    .map((misconception) => {
      const picked = mispicks[misconception](queue, blocked === 'block');
      const numbers =
        picked === undefined
          ? `${free}, and ${key === undefined ? 'nobody fits' : `${key.name} asks for ${key.ask}`}.`
          : `${capital(waitingWords(open.scenario, picked))}${picked.fits ? '' : `, and ${free}`}${against}.`;
      return { misconception, answer: picked?.name ?? NOBODY, numbers };
    });
}
