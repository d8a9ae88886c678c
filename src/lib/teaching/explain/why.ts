import { chart, eventWords, guardWords, type GuardName, type StateName } from '#lib/allocator/lifecycle/index.ts';
import type { JobKind, Scenario } from '#lib/allocator/scenario/index.ts';
import { askOf, clockOf, jobName, kindOf, list, ordinal } from './names.ts';
import { plainAmount } from '#lib/base/units/index.ts';
import type { CheckEvidence } from '#lib/allocator/trace/index.ts';
import { backfillReason, nodeNumbers, noRoom, quotaReason } from './reason.ts';
import type { Scene } from './sentence.ts';
import { follows, type Told } from './step.ts';
import type { Fact, Why, WhyGuard } from './view.ts';
import { clusterWhy } from './why-cluster.ts';

const targets: Readonly<Record<string, StateName>> = Object.fromEntries(
  chart.states.checking.on.decide.map((edge) => ['guard' in edge ? edge.guard : 'mustQueue', edge.target])
);

/**
 * Why a step went as it did: of a check and of what follows from it the guards in order with their numbers, every node,
 * and the real systems' words; of a release the ways out in order; of any other step the figures behind it. `text` is the
 * sentence of the step.
 */
export function whyOf(scene: Scene, text: string): Why | undefined {
  const { told, world, evidence } = scene;
  if (evidence !== undefined)
    return checkWhy(world.scenario, evidence, follows.has(told.action) ? text : verdict(world.scenario, evidence));
  if (told.job === undefined) return clusterWhy(scene, text);
  const name = jobName(world, told.job);
  const plain = { answer: text, facts: [], guards: [], nodes: [], real: [] };
  switch (told.action) {
    case 'release':
    case 'turn':
      return { ...plain, question: `What becomes of job ${name} now?`, guards: waysOut(told, kindOf(world, told.job)) };
    case 'run':
      return { ...plain, question: `May job ${name} start?`, facts: startFacts(scene, told.job) };
    case 'stop':
      return { ...plain, question: `Why must job ${name} stop?`, ...evictionWhy(scene) };
    case 'end':
      return { ...plain, question: `Why is job ${name} over?` };
    default:
      return undefined;
  }
}

/** In place of the reason of a step, as long as what it compared is not there. */
export const unknownWhy = (trouble: string | undefined): Why => ({
  question: 'Why did this happen?',
  answer:
    trouble === undefined
      ? 'The run is gone through once more up to this step, to see what was compared.'
      : `What was compared could not be looked up: ${trouble}.`,
  facts: [],
  guards: [],
  nodes: [],
  real: []
});

function checkWhy(scenario: Scenario, e: CheckEvidence, answer: string): Why {
  const ask = list(e.asks.map(({ resource, amount }) => plainAmount(resource, amount)));
  return {
    question: `Is there room for job ${e.job}${ask === 'nothing' ? '' : ` (${e.pods === 1 ? ask : `${e.pods} × ${ask}`})`}?`,
    answer,
    facts: [],
    guards: e.guards.map(({ guard, asked, holds }): WhyGuard => ({
      guard,
      words: guardWords[guard],
      asked,
      holds,
      numbers: asked ? numbers(scenario, e, guard) : '',
      to: targets[guard] as StateName
    })),
    nodes: e.nodes.map((n) => ({
      node: n.node,
      fits: n.verdict === 'fits',
      chosen: n.chosen === true,
      reason: nodeNumbers(n)
    })),
    real: realWords(e)
  };
}

/** A job starts when its room is booked and its image is there. */
function startFacts({ world }: Scene, job: number): Fact[] {
  const { pull } = kindOf(world, job);
  return [
    { label: 'Booked for it', value: askOf(world, job) },
    ...(pull === undefined || pull === 0 ? [] : [{ label: 'Its image took', value: clockOf(world.scenario, pull) }])
  ];
}

/** The pods of a node that is short of memory, in the order in which the kubelet evicts them. */
function evictionWhy({ pressure }: Scene): Partial<Why> {
  if (pressure === undefined) return {};
  const { node, allocatable, used, pods } = pressure;
  const amount = (bytes: number): string => plainAmount('memory', bytes);
  return {
    answer: `Its node uses more memory than it has. Who uses more than was requested goes first, then the lower priority, then who is further above the request.`,
    facts: [
      { label: `${node} has`, value: amount(allocatable) },
      { label: 'Used on it', value: amount(used) },
      ...pods.map(({ job, usage, request, priority }, i) => ({
        label: i === 0 ? `${job}, evicted` : `${job}, would be ${ordinal(i + 1)}`,
        value: `uses ${amount(usage)}, requests ${amount(request)}, priority ${priority}`
      }))
    ]
  };
}

/** `No: node-a has 0 free.` of the guard that settled it, with its numbers. */
function verdict(scenario: Scenario, e: CheckEvidence): string {
  if (e.outcome === 'fits') return `Yes: ${numbers(scenario, e, 'fits')}.`;
  const because = e.outcome === 'mustQueue' ? noRoom(e) : numbers(scenario, e, e.outcome);
  return `No: ${because === '' ? guardWords[e.outcome] : because}.`;
}

/** The ways out of a release in the order of the chart, up to the one that was taken. */
function waysOut({ to, event }: Told, { backoffLimit }: JobKind): WhyGuard[] {
  const ways = chart.states.releasing.on.release.map((edge) => ({
    guard: 'guard' in edge ? edge.guard : ('otherwise' as const),
    target: edge.target
  }));
  const taken = ways.findIndex(({ target }) => target === to);
  return ways.map(({ guard, target }, i) => ({
    guard,
    words: guard === 'otherwise' ? 'none of these, so it has failed for good' : guardWords[guard],
    asked: i <= taken,
    holds: i === taken,
    numbers: i <= taken ? wayNumbers(guard, event, backoffLimit) : '',
    to: target
  }));
}

function wayNumbers(guard: WhyGuard['guard'], event: Told['event'], backoffLimit: number): string {
  if (guard === 'completed') return event === undefined || event === 'request' ? '' : eventWords[event];
  return guard === 'retryLeft' ? `its backoffLimit is ${backoffLimit}` : '';
}

function numbers(scenario: Scenario, e: CheckEvidence, guard: GuardName | 'mustQueue'): string {
  switch (guard) {
    case 'invalid':
      return e.complaint ?? '';
    case 'overQuota':
    case 'heldByQuota':
      return e.outcome === guard ? (e.quotas ?? []).map((q) => quotaReason(q, q.quota)).join('; ') : '';
    case 'neverFits':
      return e.neverFits === true ? 'not even on an empty node' : 'an empty node would hold it';
    case 'fits':
      if (e.behind !== undefined) return `not asked of the nodes: job ${e.behind} is ahead`;
      if (e.backfill !== undefined) return backfillReason(scenario, e.backfill);
      return e.outcome === 'fits'
        ? `${list(e.nodes.filter((n) => n.chosen === true).map((n) => n.node))} has room`
        : noRoom(e);
    case 'canPreempt':
      return preemption(e);
    case 'canScaleUp':
      return e.scaleUp === undefined
        ? 'there is no autoscaler'
        : `${e.scaleUp.nodes} nodes and ${e.scaleUp.coming} coming, of at most ${e.scaleUp.max}`;
    default:
      return '';
  }
}

function preemption(e: CheckEvidence): string {
  if (e.noPreemption === 'policy') return 'this policy stops nobody';
  if (e.noPreemption === 'own-policy') return 'it declares that it stops nobody';
  if (e.noPreemption === 'victims-stopping') return 'those it displaced are still stopping';
  return (e.preemption ?? [])
    .map((v) =>
      v.outcome === 'victims'
        ? `on ${v.node}: ${list(v.victims ?? [])}${v.chosen === true ? ' (chosen)' : ''}`
        : v.outcome === 'nobody-lower'
          ? `on ${v.node}: nobody of lower priority`
          : `on ${v.node}: too little even without them`
    )
    .join('; ');
}

/** What the real systems print for such a job. The squeue reasons are those of Slurm's job_reason_codes page. */
function realWords(e: CheckEvidence): Why['real'] {
  const words: { system: 'kubectl describe' | 'squeue'; text: string }[] = [];
  if (e.failedScheduling !== undefined)
    words.push({ system: 'kubectl describe', text: `Warning  FailedScheduling  ${e.failedScheduling}` });
  if (e.outcome === 'mustQueue')
    words.push({
      system: 'squeue',
      text: e.behind !== undefined || e.backfill !== undefined ? '(Priority)' : '(Resources)'
    });
  return words;
}
