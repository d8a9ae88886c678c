import { formatClock } from '#lib/base/units/index.ts';
import { jobName } from '#lib/allocator/trace/index.ts';
import { between, gpuNodes, gpus, jobNames, pick } from '../draw.ts';
import { mispicks } from '../misconceptions/queue.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import { queueIn, waitingWords, type Waiting } from '../queue-scene.ts';
import type { Template } from '../template.ts';
import { dueTick, joinsBetween, lastAtTick, nextAtTick, releasesLast } from '../turns.ts';
import { blockedWords, freeWords, holders, joined } from '../words.ts';

const NOBODY = 'Nobody: all wait behind the head';
const tried = [
  'forgets-reservation',
  'shortest-first',
  'smallest-first',
  'head-starts',
  'newest-first',
  'expects-nobody'
] as const;

/** Which job is let through behind a blocked head. */
export const backfillTemplate: Template = {
  title: 'Which job is backfilled?',
  revision: 1,
  objective: 'blocked-head',
  difficulty: 'hard',
  draw(s) {
    const offer = between(s, 4, 8);
    const [long = '', short = '', head = '', ...others] = jobNames(s, 3 + between(s, 3, 4));
    const gap = between(s, 2, offer - 2);
    return {
      cluster: { nodes: gpuNodes([offer]) },
      policy: { preset: 'slurm', order: 'fifo', blocked: pick(s, ['easy', 'easy', 'conservative'] as const) },
      jobs: [
        { name: long, service: `${between(s, 60, 100)}s`, resources: gpus(offer - gap) },
        { name: short, service: `${between(s, 25, 35)}s`, resources: gpus(gap) },
        { name: head, arrival: '1s', service: '60s', resources: gpus(between(s, gap + 1, offer)) },
        ...others.map((name, i) => {
          const service = between(s, 10, 90);
          return {
            name,
            arrival: `${3 + 5 * i + s.intBelow(5)}s`,
            service: `${service}s`,
            estimate: `${service + 5 * s.intBelow(4)}s`,
            resources: gpus(between(s, 1, gap + 1))
          };
        })
      ]
    };
  },
  ask(open, step) {
    const { scenario } = open;
    const { order, blocked } = scenario.policy;
    const backfills = order === 'fifo' && (blocked === 'easy' || blocked === 'conservative');
    if (!backfills || !releasesLast(open, step) || joinsBetween(open, step, lastAtTick(open, step))) return undefined;
    const world = open.worldAt(step);
    const queue = queueIn(world);
    const [head] = queue;
    if (head === undefined || head.fits || queue.every((w) => !w.fits)) return undefined;
    const free = freeWords(world, [...scenario.resources.keys()]);
    const running = holders(world);
    if (running.some((job) => dueTick(open, job, step) === Infinity)) return undefined;
    const next = nextAtTick(open, step);
    const because =
      next === undefined
        ? `Whoever fits would delay somebody ahead: ${head.name} is first.`
        : open.view.at(next.step).sentence;
    return {
      stem: `${open.view.at(step).sentence} Now ${free}. ${runningWords(open, running, step)} In the queue, ${joined(queue.map((w) => waitingWords(scenario, w)))}. First come, first served, and ${blockedWords[blocked]}. Who is allocated next?`,
      hint: `Find out when ${head.name}, the head of the queue, can start. Who may pass must not move that.`,
      solution: [
        `${head.name} asks for ${head.ask} and must wait for those who run. ${runningWords(open, running, step)}`,
        because
      ],
      key: { answer: next === undefined ? NOBODY : jobName(world, next.job), because },
      wrong: wrongAnswers(open, queue, free, open.trace.tickOf(step))
    };
  }
};

/** When those who run are due to end, by their estimates. */
function runningWords(open: OpenRun, jobs: readonly number[], step: number): string {
  const { scenario } = open;
  const due = jobs.map(
    (job) => `${scenario.jobs.name(job)} is due at ${formatClock(dueTick(open, job, step), scenario.tickMillis)}`
  );
  return `By the estimates ${joined(due)}.`;
}

function wrongAnswers(open: OpenRun, queue: readonly Waiting[], free: string, now: number): WrongAnswer[] {
  const { scenario } = open;
  const clock = (ticks: number): string => formatClock(ticks, scenario.tickMillis);
  const [head] = queue;
  return tried.map((misconception) => {
    const picked = mispicks[misconception](queue);
    if (picked === undefined) return { misconception: 'believes-nothing-passes', answer: NOBODY, numbers: `${free}.` };
    const ends = picked.fits
      ? `Job ${picked.name} would hold ${picked.ask} until ${clock(now + picked.estimate)}`
      : `Job ${picked.name} asks for ${picked.ask}, and ${free}`;
    return {
      misconception,
      answer: picked.name,
      numbers: `${ends}${picked === head ? '' : `; the head, ${head?.name ?? ''}, asks for ${head?.ask ?? ''}`}.`
    };
  });
}
