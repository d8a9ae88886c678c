import { formatClock } from '#lib/base/units/index.ts';
import { jobName } from '#lib/allocator/trace/index.ts';
import { askLine, checkAt, freeLine } from '../check-scene.ts';
import { between, gpuNodes, gpus, jobNames, pick } from '../draw.ts';
import { queueIn, waitingWords, type Waiting } from '../queue-scene.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';
import { allocationOf, joinsBetween, releaseOf } from '../turns.ts';
import { blockedWords, holders, holdingWords, joined, orderWords, sentenceOf } from '../words.ts';

/** Who holds room, and the tick until which the run lets it. */
interface Held {
  readonly name: string;
  readonly words: string;
  readonly until: number;
}

/** When a job that waits is allocated. */
export const startTemplate: Template = {
  title: 'When does it start?',
  revision: 1,
  objective: 'waits',
  difficulty: 'medium',
  draw(s) {
    const offer = between(s, 4, 8);
    const [late = '', ahead = '', ...others] = jobNames(s, 5);
    return {
      cluster: { nodes: gpuNodes([offer]) },
      policy: { preset: 'textbook', blocked: pick(s, ['block', 'skip'] as const) },
      jobs: [
        ...others.map((name) => ({
          name,
          service: `${between(s, 20, 90)}s`,
          resources: gpus(between(s, 1, Math.floor(offer / 2)))
        })),
        {
          name: ahead,
          arrival: `${between(s, 1, 5)}s`,
          service: `${between(s, 20, 60)}s`,
          resources: gpus(between(s, 1, offer))
        },
        {
          name: late,
          arrival: `${between(s, 6, 15)}s`,
          service: `${between(s, 20, 60)}s`,
          resources: gpus(between(s, 2, offer))
        }
      ]
    };
  },
  ask(open, step) {
    const scene = checkAt(open, step);
    const { order, blocked } = open.scenario.policy;
    if (scene === undefined || scene.evidence.outcome !== 'mustQueue' || order !== 'fifo') return undefined;
    const { job, name, ask } = scene;
    const begins = allocationOf(open, job, step);
    if (begins === undefined || joinsBetween(open, step + 1, begins)) return undefined;
    const clock = (ticks: number): string => formatClock(ticks, open.scenario.tickMillis);
    const ends = heldAt(open, step);
    const held = sentenceOf(ends.map((e) => `${e.words} until ${clock(e.until)}`));
    const [now, tick] = [open.trace.tickOf(step), open.trace.tickOf(begins)];
    const because = open.view.at(begins).sentence;
    return {
      stem: `${askLine(scene)} ${freeLine(scene)} ${held}${queueLines(open, step, job)} The order is ${orderWords[order]}; ${blockedWords[blocked]}. Nobody else comes. When is ${name} allocated?`,
      hint: 'Walk from release to release and ask each time whether it fits, and whose turn it is.',
      solution: [
        ...changesUntil(open, step, begins).map(
          (change) => `At ${clock(open.trace.tickOf(change.step))} ${change.words}.`
        ),
        `At ${clock(tick)}: ${because}`
      ],
      key: { answer: `At ${clock(tick)}`, because: `At ${clock(tick)}: ${because}` },
      wrong: wrongAnswers(open, ends, { now, tick }, ask, open.view.at(step + 1).sentence)
    };
  }
};

/** Who holds room after a step, and until when. Those who never give it back are left out. */
function heldAt(open: OpenRun, step: number): Held[] {
  const world = open.worldAt(step);
  return holders(world).flatMap((job) => {
    const until = releaseOf(open, job, step);
    return until === undefined
      ? []
      : [{ name: jobName(world, job), words: holdingWords(world, job), until: open.trace.tickOf(until) }];
  });
}

/** Who gives room back and who takes it between two steps, in order. */
function changesUntil(open: OpenRun, after: number, begins: number): { step: number; words: string }[] {
  const world = open.worldAt(after);
  const [running, waiting] = [holders(world), queueIn(world).map((w) => w.job)];
  const taken = waiting.map((job) => ({ job, step: allocationOf(open, job, after), words: 'gets its room' }));
  const given = [...running, ...waiting].map((job) => ({
    job,
    step: releaseOf(open, job, after),
    words: 'gives its room back'
  }));
  return [...taken, ...given]
    .flatMap(({ job, step, words }) =>
      step === undefined || step >= begins ? [] : [{ step, words: `${open.scenario.jobs.name(job)} ${words}` }]
    )
    .toSorted((a, b) => a.step - b.step);
}

/** Who waits before and behind a job, with how long each will run. */
function queueLines(open: OpenRun, step: number, job: number): string {
  const { scenario } = open;
  const others = queueIn(open.worldAt(step)).filter((w) => w.job !== job);
  const line = (place: string, jobs: readonly Waiting[]): string =>
    jobs.length === 0
      ? ''
      : ` ${place} ${joined(jobs.map((w) => `${waitingWords(scenario, w)} and will run for ${formatClock(w.estimate, scenario.tickMillis)}`))}.`;
  const before = others.filter((w) => w.job < job);
  const behind = others.filter((w) => w.job > job);
  return line('In the queue before it,', before) + line('Behind it,', behind);
}

function wrongAnswers(
  { scenario }: OpenRun,
  ends: readonly Held[],
  { now, tick }: { readonly now: number; readonly tick: number },
  ask: string,
  refusal: string
): WrongAnswer[] {
  const clock = (ticks: number): string => formatClock(ticks, scenario.tickMillis);
  const untils = ends.map((e) => e.until);
  const first = Math.min(...untils);
  const last = Math.max(...untils);
  const added = untils.reduce((sum, until) => sum + until - now, now);
  const at = (misconception: WrongAnswer['misconception'], ticks: number, numbers: string): WrongAnswer[] =>
    Number.isFinite(ticks) ? [{ misconception, answer: `At ${clock(ticks)}`, numbers }] : [];
  return [
    ...at(
      'first-end-is-enough',
      first,
      `At ${clock(first)} the first job ends; ${ask} are not free for it before ${clock(tick)}.`
    ),
    ...at(
      'waits-for-all',
      last,
      `The last of those who run ends at ${clock(last)}; at ${clock(tick)} it has its turn and its room.`
    ),
    ...at('forgets-wait', now, refusal),
    ...at(
      'adds-services',
      added,
      `The jobs run side by side: what is left of them ends at ${clock(last)} at the latest.`
    ),
    ...at('off-by-one', tick + 1, `What is given back at ${clock(tick)} is allocated at ${clock(tick)}.`)
  ];
}
