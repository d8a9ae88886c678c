import { formatClock, plainAmount } from '#lib/base/units/index.ts';
import type { NodeVerdict } from '#lib/allocator/trace/index.ts';
import { askLine, checkAt, freeLine, type CheckScene } from '../check-scene.ts';
import { between, GPU, gpus, jobNames } from '../draw.ts';
import type { MisconceptionId } from '../misconceptions/table.ts';
import type { Template } from '../template.ts';
import { asked, freeInAll, upNodes, freeAt, blockedWords } from '../words.ts';

/** Why a job is pending: whether it is so, and the number that decides it. */
interface Reason {
  readonly id: MisconceptionId;
  readonly answer: string;
  readonly holds: (scene: CheckScene) => boolean;
  readonly numbers: (scene: CheckScene) => string;
}

const isTrait = ({ verdict }: NodeVerdict): boolean =>
  verdict === 'taint' || verdict === 'selector' || verdict === 'unschedulable';

/** The first resource of which too little is free in all; undefined where there is enough of each. */
const shortInAll = ({ world, job, evidence }: CheckScene): number | undefined =>
  asked(world, job).find((r) => freeInAll(world, r) < world.asks(job, r) * evidence.pods);

const totals = ({ world, job, ask }: CheckScene): string =>
  `${asked(world, job)
    .map(
      (r) =>
        `${plainAmount(world.scenario.resources[r] as string, freeInAll(world, r))} free in all, at most ${plainAmount(world.scenario.resources[r] as string, Math.max(0, ...upNodes(world).map((n) => freeAt(world, n, r))))} on one node`
    )
    .join('; ')}, and it asks for ${ask}.`;

/** The first that holds is the reason; one that holds beside it is no wrong option. */
const reasons: readonly Reason[] = [
  {
    id: 'blames-quota',
    answer: 'Its tenant’s quota is used up',
    holds: ({ evidence }) => evidence.outcome === 'heldByQuota',
    numbers: ({ evidence }) =>
      evidence.outcome === 'heldByQuota'
        ? 'The quota leaves too little for it.'
        : 'The check found no quota in its way.'
  },
  {
    id: 'blames-queue',
    answer: 'A job ahead of it is blocked, and nobody may pass',
    holds: ({ evidence }) => evidence.behind !== undefined,
    numbers: ({ evidence }) =>
      evidence.behind === undefined
        ? 'Nobody ahead of it holds it up; the nodes were asked.'
        : `Job ${evidence.behind} is ahead.`
  },
  {
    id: 'blames-queue',
    answer: 'It would delay a job ahead that has a reservation',
    holds: ({ evidence }) => evidence.backfill?.allowed === false,
    numbers: ({ evidence }) =>
      evidence.backfill === undefined ? 'There is no reservation that it would delay.' : 'It delays nobody.'
  },
  {
    id: 'blames-size',
    answer: 'No node could hold it, even empty',
    holds: ({ evidence }) => evidence.neverFits === true,
    numbers: ({ evidence, ask }) =>
      evidence.neverFits === true ? `No node offers ${ask}.` : `An empty node would hold ${ask}.`
  },
  {
    id: 'blames-taint',
    answer: 'The node with room has a taint or lacks a label',
    holds: (scene) => scene.evidence.nodes.some((n) => isTrait(n) && hasRoom(scene, n)),
    numbers: ({ evidence }) => {
      const kept = evidence.nodes.filter(isTrait);
      return kept.length === 0
        ? 'No taint or label keeps it off any node.'
        : `${kept.map((n) => n.node).join(' and ')} would not have room anyway.`;
    }
  },
  {
    id: 'blames-fragmentation',
    answer: 'Enough is free in all, but not on one node',
    holds: (scene) => shortInAll(scene) === undefined && scene.evidence.nodes.length > 1,
    numbers: totals
  },
  {
    id: 'full-cluster',
    answer: 'Less is free in the whole cluster than it asks for',
    holds: (scene) => shortInAll(scene) !== undefined,
    numbers: totals
  }
];

function hasRoom({ world, job, open }: CheckScene, { node }: NodeVerdict): boolean {
  const at = upNodes(world).find((n) => open.scenario.nodes[n]?.name === node);
  return at !== undefined && asked(world, job).every((r) => freeAt(world, at, r) >= world.asks(job, r));
}

/** Why a job waits. */
export const pendingTemplate: Template = {
  title: 'Why is it pending?',
  revision: 1,
  objective: 'read-the-no-branch',
  difficulty: 'medium',
  draw(s) {
    const names = ['node-a', 'node-b', 'node-c'].slice(0, between(s, 2, 3));
    const offers = names.map(() => between(s, 2, 6));
    const jobs = jobNames(s, names.length + 2);
    const quota = s.intBelow(4) === 0;
    return {
      cluster: {
        nodes: names.map((name, i) => ({
          name,
          allocatable: { [GPU]: offers[i] as number },
          taints: s.intBelow(4) === 0 ? [{ key: 'team', value: 'other', effect: 'NoSchedule' as const }] : []
        }))
      },
      policy: { preset: 'kueue', order: 'fifo', blocked: s.intBelow(4) === 0 ? 'block' : 'skip' },
      quotas: quota ? [{ tenant: 'research', mode: 'hold', hard: { [GPU]: between(s, 2, 6) } }] : [],
      jobs: jobs.map((name, i) => ({
        name,
        arrival: `${10 * i + s.intBelow(10)}s`,
        service: '10m',
        ...(quota ? { tenant: 'research' } : {}),
        resources: gpus(i < names.length ? Math.max(1, (offers[i] as number) - s.intBelow(3)) : between(s, 1, 7))
      }))
    };
  },
  ask(open, step) {
    const scene = checkAt(open, step);
    if (scene === undefined || scene.evidence.pods > 1) return undefined;
    const { outcome } = scene.evidence;
    const right = reasons.find((reason) => reason.holds(scene));
    if ((outcome !== 'mustQueue' && outcome !== 'heldByQuota') || right === undefined) return undefined;
    const wrong = reasons
      .filter((reason) => !reason.holds(scene))
      .toReversed()
      .map((reason) => ({ misconception: reason.id, answer: reason.answer, numbers: reason.numbers(scene) }));
    const stem = [askLine(scene), freeLine(scene), ...facts(scene), `Why is ${scene.name} pending?`].join(' ');
    const because = open.view.at(step + 1).sentence;
    return {
      stem,
      hint: 'Go through the check in its order: quota, queue, each node by itself.',
      solution: [freeLine(scene), because],
      key: { answer: right.answer, because },
      wrong
    };
  }
};

/** What else a learner has to know to rule a reason out. */
function facts({ evidence, open, name }: CheckScene): string[] {
  const { policy, tickMillis } = open.scenario;
  const clock = (tick: number): string => (tick === Infinity ? 'never' : formatClock(tick, tickMillis));
  const taints = evidence.nodes.flatMap((n) =>
    n.verdict === 'taint' ? [`${n.node} has the taint ${n.taint ?? ''}, which ${name} does not tolerate.`] : []
  );
  const quotas = (evidence.quotas ?? []).map(
    (q) => `Of its quota of ${plainAmount(q.resource, q.hard)}, ${plainAmount(q.resource, q.used)} are counted.`
  );
  const behind = evidence.behind === undefined ? [] : [`Job ${evidence.behind} came before and waits too.`];
  const { backfill } = evidence;
  const reserved =
    backfill === undefined
      ? []
      : [
          `Job ${backfill.head}, ahead of it, can start at ${clock(backfill.shadow)}; ${name} would end at ${clock(backfill.ends)}.`
        ];
  return [...taints, ...quotas, ...behind, ...reserved, `In the queue, ${blockedWords[policy.blocked]}.`];
}
