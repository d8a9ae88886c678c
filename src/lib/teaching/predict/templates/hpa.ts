import { formatClock } from '#lib/base/units/index.ts';
import { change, type ScalingEvidence } from '#lib/allocator/trace/index.ts';
import { between, jobNames, pick } from '../draw.ts';
import type { WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';

/** How many replicas the HPA asks for. */
export const hpaTemplate: Template = {
  title: 'What does the HPA answer?',
  revision: 1,
  objective: 'autoscale',
  difficulty: 'medium',
  draw(s) {
    const replicas = between(s, 2, 6);
    const target = pick(s, [50, 60, 70, 75, 80]);
    const [name = ''] = jobNames(s, 1);
    const perPod = between(s, 12, 24) * 50;
    return {
      cluster: { nodes: [{ name: 'node-a', allocatable: { cpu: 64 } }] },
      policy: { preset: 'kubernetes' },
      deployments: [
        {
          name,
          replicas,
          resources: { requests: { cpu: 1 } },
          load: [{ at: '0s', cpu: `${perPod * replicas}m` }],
          hpa: { min: 1, max: between(s, 6, 14), target: `${target}%` }
        }
      ],
      until: { tick: '30s' }
    };
  },
  ask(open, step) {
    const scaling = open.run.scalingAt(step + 1);
    if (scaling === undefined || scaling.utilisation === null || scaling.asked === null) return undefined;
    const deployment = open.scenario.deployments.find(({ name }) => name === scaling.deployment);
    const { hpa } = deployment ?? {};
    // Where a window still remembers another answer, the numbers of this turn alone do not decide.
    if (hpa === undefined || scaling.replicas < scaling.current || scaling.asked !== scaling.stabilised)
      return undefined;
    const { current, target, utilisation, replicas, asked } = scaling;
    const clock = formatClock(open.trace.tickOf(step + 1), open.scenario.tickMillis);
    const because = `⌈${current} × ${utilisation} / ${target}⌉ = ${asked}${asked === replicas ? '' : `, limited to ${replicas}`}.`;
    const set = open.trace.recordsOf(step + 1).find((r) => r.kind === change.replicas);
    if (set === undefined) return undefined;
    return {
      stem: `At ${clock} deployment ${scaling.deployment} has ${current} replicas, all ready, which use ${utilisation} % of the CPU they request. Its HPA aims at ${target} %, with at least ${hpa.min} and at most ${hpa.max} replicas, and has no behavior of its own. How many replicas does it set?`,
      hint: 'Replicas times measured over target, rounded up; then the limits.',
      solution: [
        `${current} × ${utilisation} / ${target} = ${Math.round((100 * current * utilisation) / target) / 100}, rounded up to ${asked}.`,
        `In one turn at most max(4, 2 × ${current}) = ${Math.max(4, 2 * current)}, and never more than ${hpa.max}.`
      ],
      key: { answer: replicasWords(set.pods), because },
      wrong: wrongAnswers(scaling, hpa.max)
    };
  }
};

const replicasWords = (n: number): string => `${n} ${n === 1 ? 'replica' : 'replicas'}`;

function wrongAnswers({ current, target, utilisation, replicas }: ScalingEvidence, max: number): WrongAnswer[] {
  const measured = utilisation ?? target;
  const exact = (current * measured) / target;
  const shown = Math.round(100 * exact) / 100;
  const is = (misconception: WrongAnswer['misconception'], n: number, numbers: string): WrongAnswer => ({
    misconception,
    answer: replicasWords(n),
    numbers
  });
  const limits = `At most ${Math.max(4, 2 * current)} in this turn, and ${max} ever.`;
  return [
    is('rounds-down', Math.floor(exact), `${current} × ${measured} / ${target} = ${shown}.`),
    is('forgets-limits', Math.ceil(exact), limits),
    is('inverts-ratio', Math.ceil((current * target) / measured), `${measured} % is measured, ${target} % aimed at.`),
    is('one-at-a-time', current + 1, `The ratio asks for ${shown} replicas.`),
    is('jumps-to-max', max, `${replicasWords(replicas)} bring the pods to their target.`)
  ];
}
