import type { StateName } from '#lib/allocator/lifecycle/index.ts';
import { askLine, checkAt, decidedState, freeLine, holdersLine, quotaLine, type CheckScene } from '../check-scene.ts';
import { between, GPU, gpuNodes, gpus, jobNames, pick } from '../draw.ts';
import { misreadings } from '../misconceptions/placement.ts';
import type { MisconceptionId } from '../misconceptions/table.ts';
import { outcomeWords } from '../outcomes.ts';
import type { WrongAnswer } from '../question.ts';
import { nodeFor, situationOf } from '../situation.ts';
import type { Template } from '../template.ts';
import { whyNot } from '../why-not.ts';
import { blockedWords, priorityOf } from '../words.ts';

/** Where somebody thinks a check leads who holds a misconception; undefined where it has nothing to say. */
type Belief = (scene: CheckScene) => StateName | undefined;

const misread =
  (id: keyof typeof misreadings): Belief =>
  ({ world, job, evidence }) =>
    evidence.behind === undefined && evidence.pods === 1 && nodeFor(misreadings[id](situationOf(world, job))) >= 0
      ? 'allocated'
      : undefined;

const beliefs: readonly (readonly [MisconceptionId, Belief])[] = [
  ['counts-cluster', misread('counts-cluster')],
  ['forgets-bookings', misread('forgets-bookings')],
  ['passes-blocked', ({ evidence }) => (evidence.behind === undefined ? undefined : 'allocated')],
  ['no-means-no', ({ evidence }) => (evidence.outcome === 'fits' ? undefined : 'rejected')],
  ['expects-new-node', ({ open }) => (open.scenario.autoscaler === undefined ? undefined : 'waiting.scaling')],
  ['newest-wins', ({ evidence }) => (evidence.outcome === 'fits' ? undefined : 'waiting.preempting')],
  ['never-preempts', ({ evidence }) => (evidence.outcome === 'canPreempt' ? 'waiting.queued' : undefined)],
  ['stops-at-request', () => 'allocated'],
  ['always-waits', () => 'waiting.queued'],
  ['newest-wins', () => 'waiting.preempting'],
  ['no-means-no', () => 'rejected']
];

const wrongAnswers = (scene: CheckScene): WrongAnswer[] =>
  beliefs.flatMap(([misconception, belief]) => {
    const state = belief(scene);
    const answer = state && outcomeWords[state];
    return state === undefined || answer === undefined
      ? []
      : [{ misconception, answer, numbers: whyNot(scene, state) }];
  });

/** What the check of a request answers. */
export const fitsTemplate: Template = {
  title: 'Does it fit?',
  revision: 1,
  objective: 'fit-per-node',
  difficulty: 'easy',
  draw(s) {
    const offers = Array.from({ length: between(s, 1, 3) }, () => between(s, 3, 8));
    const [newcomer = '', ...others] = jobNames(s, offers.length + 1);
    return {
      cluster: {
        nodes: gpuNodes(offers),
        // An autoscaler that may not grow, so that hoping for a node is a mistake.
        ...(s.intBelow(4) === 0
          ? { autoscaler: { max: offers.length, idle: '1h', template: { allocatable: { [GPU]: 8 } } } }
          : {})
      },
      policy: { preset: 'textbook', order: 'priority', preemption: pick(s, ['never', 'lower-priority'] as const) },
      jobs: [
        ...others.map((name, i) => ({
          name,
          service: `${between(s, 60, 90)}s`,
          priority: pick(s, [0, 0, 10]),
          resources: gpus((offers[i] as number) - s.intBelow(3))
        })),
        {
          name: newcomer,
          arrival: `${between(s, 5, 50)}s`,
          priority: pick(s, [0, 10, 20]),
          resources: gpus(between(s, 1, 4))
        }
      ]
    };
  },
  ask(open, step) {
    const scene = checkAt(open, step);
    if (scene === undefined) return undefined;
    const { world, name, evidence } = scene;
    const { policy, autoscaler } = open.scenario;
    const stem = [
      askLine(scene),
      freeLine(scene),
      holdersLine(world, policy.preemption === 'lower-priority'),
      preemptionLine(scene),
      quotaLine(scene),
      autoscaler === undefined
        ? ''
        : `The autoscaler may have at most ${autoscaler.max} ${autoscaler.max === 1 ? 'node' : 'nodes'}.`,
      evidence.behind === undefined ? '' : `Job ${evidence.behind} waits ahead of it.`,
      `In the queue, ${blockedWords[policy.blocked]}.`,
      `What happens to ${name}?`
    ]
      .filter((line) => line !== '')
      .join(' ');
    const wrong = wrongAnswers(scene);
    const free = freeLine(scene);
    const state = decidedState(scene);
    const answer = outcomeWords[state];
    if (answer === undefined) return undefined;
    const because = open.view.at(step + 1).sentence;
    return {
      stem,
      hint: 'Ask each node by itself, then who could be stopped, then whether it waits.',
      solution: [`${name} asks for ${scene.ask}.`, free, because],
      key: { answer, because },
      wrong
    };
  }
};

/** Whom the policy may stop for the job. */
function preemptionLine({ open, world, job }: CheckScene): string {
  const { preemption, order } = open.scenario.policy;
  if (preemption === 'never') return 'The policy stops nobody.';
  return order === 'shortest-remaining'
    ? 'The policy may stop jobs that have more time left.'
    : `Its own priority is ${priorityOf(world, job)}, and the policy may stop lower ones.`;
}
