import { formatClock } from '#lib/base/units/index.ts';
import { jobName } from '#lib/allocator/trace/index.ts';
import { freeLine, checkAt } from '../check-scene.ts';
import { between, gpuNodes, gpus, jobNames, pick } from '../draw.ts';
import { queueIn, waitingWords } from '../queue-scene.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';
import { allocationOf, joinsBetween, releaseOf } from '../turns.ts';
import { blockedWords, holders, holdingWords, joined, orderWords, sentenceOf } from '../words.ts';

/** Who holds room, and the tick until which the run lets it. */
interface Held {
  readonly job: number;
  readonly words: string;
  readonly until: number;
}

/** When a job that waits is allocated. */
export const startTemplate: Template = {
  title: 'When does it start?',
  revision: 1,
  objective: 'queue-order',
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
    if (scene === undefined || scene.evidence.outcome !== 'mustQueue') return undefined;
    const { world, job, name, ask } = scene;
    const begins = allocationOf(open, job, step);
    const held = holders(world).map((j) => ({ job: j, words: holdingWords(world, j) }));
    if (begins === undefined || joinsBetween(open, step + 1, begins)) return undefined;
    const ends = held.flatMap(({ job: j, words }): Held[] => {
      const until = releaseOf(open, j, step);
      return until === undefined ? [] : [{ job: j, words, until: open.trace.tickOf(until) }];
    });
    const clock = (ticks: number): string => formatClock(ticks, open.scenario.tickMillis);
    const now = open.trace.tickOf(step);
    const tick = open.trace.tickOf(begins);
    const { order, blocked } = open.scenario.policy;
    const before = queueIn(open.worldAt(step)).filter((w) => w.job !== job);
    const queue =
      before.length === 0
        ? ''
        : `In the queue before it, ${joined(before.map((w) => `${waitingWords(open.scenario, w)} and runs ${clock(w.estimate)}`))}.`;
    const lines = sentenceOf(ends.map((e) => `${e.words} until ${clock(e.until)}`));
    const stem = `At ${clock(now)} job ${name} asks for ${ask}. ${freeLine(checkAt(open, step) ?? scene)} ${lines} ${queue} The order is ${orderWords[order]}; ${blockedWords[blocked]}. Nobody else comes. When is ${name} allocated?`;
    const because = open.view.at(begins).sentence;
    return {
      stem: stem.replace('  ', ' '),
      hint: 'Walk from release to release and ask each time whether it fits, and whose turn it is.',
      solution: [
        ...ends
          .toSorted((a, b) => a.until - b.until)
          .map((e) => `At ${clock(e.until)} ${jobName(open.worldAt(step), e.job)} gives its room back.`),
        because
      ],
      key: { answer: `At ${clock(tick)}`, because: `At ${clock(tick)}: ${because}` },
      wrong: wrongAnswers(open, ends, { now, tick }, scene.ask)
    };
  }
};

function wrongAnswers(
  { scenario }: OpenRun,
  ends: readonly Held[],
  { now, tick }: { readonly now: number; readonly tick: number },
  ask: string
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
    ...at('forgets-wait', now, `At ${clock(now)} the check answers no.`),
    ...at(
      'adds-services',
      added,
      `The jobs run side by side: what is left of them ends at ${clock(last)} at the latest.`
    ),
    ...at('off-by-one', tick + 1, `What is given back at ${clock(tick)} is allocated at ${clock(tick)}.`)
  ];
}
