import { change, isTransition, jobName, nodeOf, type World } from '#lib/allocator/trace/index.ts';
import { askLine, checkAt, freeLine, holdersLine, type CheckScene } from '../check-scene.ts';
import { between, gpuNodes, gpus, jobNames } from '../draw.ts';
import { misvictims } from '../misconceptions/victims.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';
import { dueTick } from '../turns.ts';
import { asked, askOf, capital, freeWords, holders, joined, priorityOf } from '../words.ts';

const NOBODY = 'Nobody';

/** Who is told to stop. */
export const victimTemplate: Template = {
  title: 'Who is stopped?',
  revision: 1,
  objective: 'preemption-cost',
  difficulty: 'hard',
  draw(s) {
    const offers = Array.from({ length: between(s, 1, 2) }, () => between(s, 3, 6));
    const [urgent = '', ...others] = jobNames(s, between(s, 3, 4) + offers.length);
    return {
      cluster: { nodes: gpuNodes(offers) },
      policy: { preset: 'kubernetes' },
      jobs: [
        ...others.map((name, i) => ({
          name,
          arrival: `${i}s`,
          service: '10m',
          priority: 10 * s.intBelow(3),
          resources: gpus(between(s, 1, 3))
        })),
        {
          name: urgent,
          arrival: `${between(s, 20, 59)}s`,
          priority: 10 * between(s, 2, 4),
          resources: gpus(between(s, 1, 4))
        }
      ]
    };
  },
  ask(open, step) {
    const scene = checkAt(open, step);
    const { preemption, order } = open.scenario.policy;
    if (scene === undefined || preemption === 'never' || order === 'shortest-remaining') return undefined;
    const { world, evidence, name, job } = scene;
    const searched = evidence.preemption !== undefined;
    if (!searched || evidence.pods > 1 || holders(world).length < 2) return undefined;
    const stem = [
      askLine(scene),
      freeLine(scene),
      holdersLine(world, true),
      startedLine(open, world, step),
      `The priority of ${name} is ${priorityOf(world, job)}, and the policy may stop lower ones. Who is stopped for it?`
    ].join(' ');
    const free = freeLine(scene);
    const wrong = wrongAnswers(scene);
    const stopped = victimsIn(open, step + 1, job);
    const searches = open.view.at(step).why?.guards.find(({ guard }) => guard === 'canPreempt')?.numbers ?? '';
    const because = `${open.view.at(step + 1).sentence} ${capital(searches)}.`;
    const answer = stopped.length === 0 ? NOBODY : joined(stopped.map((other) => jobName(world, other)));
    return {
      stem,
      hint: 'On each node, take all lower priorities away, then put back as many as fit, the highest priority first.',
      solution: [free, `Only priorities below ${priorityOf(world, job)} may be stopped.`, because],
      key: { answer, because },
      wrong
    };
  }
};

/** In which order those who hold room began. */
function startedLine(open: OpenRun, world: World, step: number): string {
  const began = (job: number): number => dueTick(open, job, step) - (open.scenario.jobs.estimate[job] ?? 0);
  const jobs = holders(world).toSorted((a, b) => began(a) - began(b));
  return `They began in the order ${jobs.map((job) => jobName(world, job)).join(', ')}.`;
}

/** Jobs other than one that a step tells to stop, in order of joining. */
function victimsIn({ trace }: OpenRun, step: number, job: number): number[] {
  const told = trace
    .recordsOf(step)
    .filter((r) => isTransition(r.kind) && r.subject !== job && r.kind < change.request);
  return [...new Set(told.map((r) => r.subject))].sort((a, b) => a - b);
}

function wrongAnswers({ world, job }: CheckScene): WrongAnswer[] {
  const free = freeWords(world, asked(world, job));
  return misvictims.map(([misconception, choose]) => {
    const victims = choose(world, job);
    const words = victims.map(
      (v) =>
        `job ${jobName(world, v)} holds ${askOf(world, v)} on ${joined(world.holdings(v).map(({ node }) => nodeOf(world.scenario, node).name))} with priority ${priorityOf(world, v)}`
    );
    return {
      misconception,
      answer: victims.length === 0 ? NOBODY : joined(victims.map((v) => jobName(world, v))),
      numbers: `${words.length === 0 ? `Job ${jobName(world, job)} has priority ${priorityOf(world, job)}` : capital(joined(words))}; ${free}.`
    };
  });
}
