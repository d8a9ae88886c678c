import { formatDuration } from '#lib/base/units/index.ts';
import { jobName, words } from '#lib/allocator/trace/index.ts';
import { between, gpuNodes, gpus, jobNames } from '../draw.ts';
import type { MisconceptionId } from '../misconceptions/table.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';
import { clockAt } from '../words.ts';

/** The first delay of a Job and its cap, in seconds, as somebody computes with them who is mistaken. */
const FIRST = 10;
const CAP = 600;
const KUBELET_CAP = 300;

/** 10 s, 20 s, 40 s … without any cap. */
function doubled(times: number): number {
  let delay = FIRST;
  for (let i = 0; i < times; i++) delay *= 2;
  return delay;
}

/** How long a Job waits before its next attempt. */
export const retryTemplate: Template = {
  title: 'How long is the delay before the next retry?',
  revision: 1,
  objective: 'job-retries',
  difficulty: 'medium',
  draw(s) {
    const [name = '', other = ''] = jobNames(s, 2);
    const failures = between(s, 1, 8);
    return {
      cluster: { nodes: gpuNodes([between(s, 2, 4)]) },
      policy: { preset: 'kubernetes' },
      jobs: [
        {
          name,
          arrival: `${between(s, 0, 9)}s`,
          service: '1m',
          backoffLimit: between(s, failures, 9),
          fails: Array.from({ length: failures }, (_, i) => ({ attempt: i + 1, after: `${between(s, 5, 40)}s` })),
          resources: gpus(1)
        },
        { name: other, service: '30s', resources: gpus(1) }
      ]
    };
  },
  ask(open, step) {
    const failed = open.trace.recordsOf(step).find((r) => words(r).to === 'backoff');
    if (failed === undefined) return undefined;
    const job = failed.subject;
    const back = retryAfter(open, job, step);
    if (back === undefined) return undefined;
    const failures = failuresUpTo(open, job, step);
    const seconds = ((open.trace.tickOf(back) - open.trace.tickOf(step)) * open.scenario.tickMillis) / 1000;
    const world = open.worldAt(step);
    const name = jobName(world, job);
    const limit = open.scenario.kinds[world.kind[job] as number]?.backoffLimit ?? 0;
    const because = `After ${failures} ${failures === 1 ? 'failure' : 'failures'} the delay is 10 s${doublings(failures - 1)}, at most 10 minutes: ${spell(seconds)}.`;
    return {
      stem: `At ${clockAt(open, step)} Kubernetes Job ${name} fails for the ${ordinals[failures - 1] ?? `${failures}th`} time in a row; its backoffLimit is ${limit} and its pods are not restarted in place. How long does the Job controller wait before the next pod?`,
      hint: 'The first delay is 10 seconds. What does each further failure do to it?',
      solution: [`Delays run 10 s, 20 s, 40 s … up to 10 minutes.`, because],
      key: { answer: spell(seconds), because },
      wrong: wrongAnswers(failures, seconds)
    };
  }
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const doublings = (n: number): string =>
  n === 0 ? ', not doubled yet' : ` doubled ${n === 1 ? 'once' : `${n} times`}`;
const spell = (seconds: number): string => formatDuration(seconds * 1000);

function retryAfter({ trace }: OpenRun, job: number, step: number): number | undefined {
  for (let s = step + 1; s <= trace.last; s++)
    if (trace.recordsOf(s).some((r) => r.subject === job && words(r).event === 'retry')) return s;
  return undefined;
}

function failuresUpTo({ trace }: OpenRun, job: number, step: number): number {
  let failures = 0;
  for (let s = 1; s <= step; s++)
    if (trace.recordsOf(s).some((r) => r.subject === job && words(r).to === 'backoff')) failures++;
  return failures;
}

function wrongAnswers(failures: number, right: number): WrongAnswer[] {
  const numbers = `After ${failures} ${failures === 1 ? 'failure' : 'failures'} it is ${spell(right)}.`;
  const beliefs: readonly (readonly [MisconceptionId, number])[] = [
    ['wrong-base', Math.min(CAP, doubled(failures))],
    ['doubles-too-late', Math.min(CAP, doubled(Math.max(0, failures - 2)))],
    ['no-cap', doubled(failures - 1)],
    ['adds-instead-of-doubling', FIRST * failures],
    ['kubelet-cap', Math.min(KUBELET_CAP, doubled(failures - 1))],
    ['never-grows', FIRST]
  ];
  return beliefs.map(([misconception, seconds]) => ({ misconception, answer: spell(seconds), numbers }));
}
