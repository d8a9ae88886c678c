import { jobName, nodeOf } from '#lib/allocator/trace/index.ts';
import { askLine, checkAt, freeLine, type CheckScene } from '../check-scene.ts';
import { between, GPU, jobNames, pick } from '../draw.ts';
import { misreadings } from '../misconceptions/placement.ts';
import type { WrongAnswer } from '../question.ts';
import { nodeFor, situationOf } from '../situation.ts';
import type { Template } from '../template.ts';
import { scored, whyNotThere } from '../why-not.ts';
import { holders, joined, rankWords } from '../words.ts';

const NONE = 'None: it waits';

const tried = [
  'forgets-bookings',
  'reads-usage',
  'ranks-backwards',
  'one-resource',
  'ignores-taint',
  'takes-first-node'
] as const;

function wrongAnswers(scene: CheckScene): WrongAnswer[] {
  const { world, job } = scene;
  const situation = situationOf(world, job);
  const misread = tried.flatMap((misconception): WrongAnswer[] => {
    const node = nodeFor(misreadings[misconception](situation));
    if (node < 0) return [];
    const answer = nodeOf(world.scenario, node).name;
    return [{ misconception, answer, numbers: whyNotThere(scene, answer) }];
  });
  return [...misread, { misconception: 'always-waits', answer: NONE, numbers: whyNotThere(scene, NONE) }];
}

/** What the running jobs use, where they say it, so that reading usage is a mistake one can make. */
function usageLine({ world }: CheckScene): string {
  const { kinds, resources } = world.scenario;
  const cpu = resources.indexOf('cpu');
  const words = holders(world).flatMap((job) => {
    const used = kinds[world.kind[job] as number]?.usage.cpu;
    if (used === undefined) return [];
    const where = joined(world.holdings(job).map(({ node }) => nodeOf(world.scenario, node).name));
    return [
      `${jobName(world, job)} on ${where} uses ${used / 1000} of the ${world.asks(job, cpu) / 1000} CPU it requests`
    ];
  });
  return words.length === 0 ? '' : `Measured: ${words.join(', ')}.`;
}

/** Which node takes a pod. */
export const nodeTemplate: Template = {
  title: 'Which node?',
  revision: 1,
  objective: 'fit-per-node',
  difficulty: 'medium',
  draw(s) {
    const names = ['node-a', 'node-b', 'node-c', 'node-d'];
    const [pod = '', ...others] = jobNames(s, names.length + 2);
    return {
      cluster: {
        nodes: names.map((name) => ({
          name,
          allocatable: { cpu: 8 * between(s, 2, 4), [GPU]: between(s, 2, 6) },
          taints: s.intBelow(5) === 0 ? [{ key: 'team', value: 'other', effect: 'NoSchedule' as const }] : []
        }))
      },
      policy: {
        preset: 'kubernetes',
        preemption: 'never',
        rank: pick(s, ['least-allocated', 'most-allocated', 'best-fit'] as const)
      },
      jobs: [
        ...others.map((name) => {
          const cpu = between(s, 4, 14);
          return {
            name,
            service: '10m',
            usage: { cpu: between(s, 1, cpu) },
            resources: { requests: { cpu }, limits: { [GPU]: between(s, 0, 3) } }
          };
        }),
        {
          name: pod,
          arrival: `${between(s, 10, 50)}s`,
          resources: { requests: { cpu: between(s, 2, 12) }, limits: { [GPU]: between(s, 1, 3) } }
        }
      ]
    };
  },
  ask(open, step) {
    const scene = checkAt(open, step);
    if (scene === undefined) return undefined;
    const { world, evidence, name } = scene;
    const { outcome, nodes, pods, behind, backfill } = evidence;
    const placed = outcome === 'fits' || outcome === 'mustQueue';
    if (!placed || pods > 1 || nodes.length < 2 || behind !== undefined || backfill !== undefined) return undefined;
    const chosen = nodes.find((n) => n.chosen === true);
    const { rank } = world.scenario.policy;
    const taints = nodes.flatMap((n) =>
      n.verdict === 'taint' ? [`${n.node} has the taint ${n.taint ?? ''}, which ${name} does not tolerate.`] : []
    );
    const wrong = wrongAnswers(scene);
    const free = freeLine(scene);
    const stem = [
      askLine(scene),
      free,
      usageLine(scene),
      ...taints,
      `The policy takes ${rankWords[rank]}. Which node gets ${name}?`
    ];
    const decided = open.view.at(step + 1).sentence;
    const because =
      chosen === undefined
        ? decided
        : `${decided} Of the nodes that fit, ${chosen.node}${scored(chosen)} is ${rankWords[rank]}.`;
    const fitting = nodes.flatMap((n) => (n.verdict === 'fits' ? [`${n.node}${scored(n)}`] : []));
    return {
      stem: stem.filter((line) => line !== '').join(' '),
      hint: 'First leave out the nodes that lack something, then rank the rest.',
      solution: [free, `Nodes that fit: ${joined(fitting, 'none')}.`, because],
      key: { answer: chosen?.node ?? NONE, because },
      wrong
    };
  }
};
