import { plainAmount } from '#lib/base/units/index.ts';
import {
  change,
  jobName,
  type CheckEvidence,
  type PressureEvidence,
  type Rec,
  type ScalingEvidence,
  type World
} from '#lib/allocator/trace/index.ts';
import { deviceRefusal, notYet, throttled } from './aside.ts';
import { happening } from './happening.ts';
import { askOf, clockOf, freeOf, kindOf, list, nodeName, sentenceCase } from './names.ts';
import { backfillReason, noRoom, quotaReason } from './reason.ts';
import type { Told } from './step.ts';

/** What a sentence is made of: the step, the world behind it, and what the check compared. */
export interface Scene {
  readonly told: Told;
  /** The world after the step. */
  readonly world: World;
  readonly tick: number;
  readonly evidence: CheckEvidence | undefined;
  /** What an autoscaler compared, where it changed a deployment in this step. */
  readonly scaling?: ScalingEvidence | undefined;
  /** What a kubelet compared, where it evicted somebody in this step. */
  readonly pressure?: PressureEvidence | undefined;
}

/** The one sentence of a step. */
export function sentence(scene: Scene): string {
  const { told, world } = scene;
  if (told.job === undefined) return sentenceCase(happening(world, told.records[0] as Rec, scene.scaling).sentence);
  const job = `Job ${jobName(world, told.job)}`;
  const ask = askOf(world, told.job);
  const on = told.node >= 0 ? ` on ${nodesOf(scene)}` : '';
  const { evidence } = scene;
  switch (told.action) {
    case 'request':
      return `${job} asks for ${ask}. Is there room?`;
    case 'check':
      return `Something changed, so job ${jobName(world, told.job)} is checked again: is there room for ${ask} now?`;
    case 'retry':
      return `The back-off is over: job ${jobName(world, told.job)} tries again and asks for ${ask}.`;
    case 'allocate':
      return `${job} gets ${ask}${on}${freeAfter(scene)}.${passing(scene)}${notYet(world, told)}`;
    case 'run':
      return `${job} runs${on}. It goes on holding ${ask}; running changes nothing about that.${throttled(world, told.job)}`;
    case 'wait':
      return `${job} waits: ${evidence === undefined ? 'nothing fits now' : waitReason(scene, evidence)}.`;
    case 'hold': {
      const [quota] = evidence?.quotas ?? [];
      return quota === undefined
        ? `${job} is held back by quota.`
        : `${job} is held back: ${quotaReason(quota, tenantName(world, told.job))}.`;
    }
    case 'scale':
      return `${job} waits for a new node: nothing here has room for ${ask}, but a new node would have it.`;
    case 'preempt':
      return preemptSentence(scene, job);
    case 'reject':
      return `${job} is rejected: ${rejectReason(scene, evidence)}.`;
    case 'stop':
      return `${job} has to stop: its node runs short of memory, and the kubelet evicts it.`;
    case 'turn':
      return `${job} has had its turn and gives ${ask} back${on}; it queues again behind those who wait.`;
    case 'release':
      return releaseSentence(scene, job, ask, on);
    case 'end':
      return told.event === 'expire'
        ? `${job} fails: its deadline has passed.`
        : `${job} is cancelled before it could run.`;
    case 'cluster':
      return '';
  }
}

function waitReason({ world, told }: Scene, e: CheckEvidence): string {
  if (e.backfill !== undefined && !e.backfill.allowed) return backfillReason(world.scenario, e.backfill);
  if (e.neverFits === true) return `${noRoom(e)}; no node would take it even when empty, so it can wait for ever`;
  const nominated = told.job === undefined ? undefined : world.nominated.get(told.job);
  const refused = e.scaleUp?.refused === true ? ', and the provider gives no nodes now' : '';
  return nominated === undefined
    ? `${noRoom(e)}${refused}`
    : `${nodeName(world.scenario, nominated)} is being cleared for it`;
}

const passing = ({ world, evidence }: Scene): string =>
  evidence?.backfill === undefined ? '' : ` It may pass: ${backfillReason(world.scenario, evidence.backfill)}.`;

/** `: 1 free becomes 0`, of the first resource it asks for, where one node takes part. */
function freeAfter({ told, world, evidence }: Scene): string {
  const ask = evidence?.asks[0];
  if (ask === undefined || told.node < 0) return '';
  const { resources } = world.scenario;
  const at = told.node * resources.length + resources.indexOf(ask.resource);
  const after = world.free[at] as number;
  const pods = podsOn(told, told.node);
  const before = after + pods * ask.amount;
  const becomes = plainAmount(ask.resource, before).endsWith('s') ? 'become' : 'becomes';
  return `: ${plainAmount(ask.resource, before)} free ${becomes} ${plainAmount(ask.resource, after).split(' ')[0] as string}`;
}

const podsOn = (told: Told, node: number): number =>
  told.records.find((r) => r.node === node && (r.kind === change.book || r.kind === change.free))?.pods ?? 1;

function nodesOf({ told, world }: Scene): string {
  const booked = told.records.filter((r) => r.kind === change.book || r.kind === change.free);
  if (booked.length === 0) return nodeName(world.scenario, told.node);
  return list(booked.map((r) => nodeName(world.scenario, r.node)));
}

function preemptSentence({ told, world, evidence }: Scene, job: string): string {
  const node = told.job === undefined ? undefined : world.nominated.get(told.job);
  const stopped = told.records.filter((r) => r.subject !== told.job && r.kind < change.request);
  const victims = [...new Set(stopped.map((r) => `job ${jobName(world, r.subject)}`))];
  if (victims.length === 0)
    return `${job} goes on waiting: ${node === undefined ? 'others have still to stop' : `${nodeName(world.scenario, node)} is still being cleared`} for it.`;
  const reason = evidence === undefined ? '' : `, which ${victimsHave(world, evidence, victims.length === 1)}`;
  const kept = node === undefined ? '' : `; ${nodeName(world.scenario, node)} is kept for it`;
  return `${job} may take the place of ${list(victims)}${reason}${kept}.`;
}

/** What makes victims of them, as the policy compares. */
function victimsHave({ scenario }: World, e: CheckEvidence, one: boolean): string {
  if (e.reclaim?.some(({ reason }) => reason !== 'InClusterQueue') === true)
    return `${one ? 'holds' : 'hold'} borrowed quota that its tenant takes back`;
  const have = one ? 'has' : 'have';
  return scenario.policy.order === 'shortest-remaining' ? `${have} more left to do` : `${have} lower priority`;
}

function rejectReason({ told, world }: Scene, e: CheckEvidence | undefined): string {
  if (e === undefined) return 'the request cannot be granted';
  if (e.complaint !== undefined) return `the API server answers “${e.complaint}”`;
  const [quota] = e.quotas ?? [];
  if (quota !== undefined && told.job !== undefined) return quotaReason(quota, tenantName(world, told.job));
  const ask = e.asks[0];
  if (ask === undefined) return 'no node lets it in';
  const { allocatable, scenario } = world;
  const r = scenario.resources.indexOf(ask.resource);
  const largest = Math.max(
    ...[...world.up.keys()].map((n) => allocatable[n * scenario.resources.length + r] as number)
  );
  return `it asks for ${plainAmount(ask.resource, ask.amount * e.pods)}, and no node has more than ${plainAmount(ask.resource, largest)} even when empty`;
}

function releaseSentence({ told, world, tick }: Scene, job: string, ask: string, on: string): string {
  const back = `gives ${ask} back${on}`;
  const queue = told.to === 'requested' ? '; it goes back to the queue' : '';
  switch (told.event) {
    case 'fail':
      return told.to === 'backoff'
        ? `${job} fails and ${back}; a retry is left, after its back-off.${deviceRefusal(world, told)}`
        : `${job} fails and ${back}; no retry is left.${deviceRefusal(world, told)}`;
    case 'kill':
      return `${job} is killed at its memory limit (exit code 137) and ${back}.`;
    case 'lose':
      return `${job} is lost with its node${queue}.`;
    case 'expire':
      return `${job} is stopped at its deadline and ${back}.`;
    case 'cancel':
      return `${job} is cancelled and ${back}.`;
    case 'stop':
    case 'preempt':
      return `${job} has stopped and ${back}${queue}.`;
    default:
      return told.job !== undefined && kindOf(world, told.job).deployment !== undefined
        ? `${job} is no longer wanted and ${back}.`
        : `${job} is done at ${clockOf(world.scenario, tick)} and ${back}.`;
  }
}

const tenantName = (world: World, job: number): string => {
  const { tenant } = kindOf(world, job);
  return world.scenario.tenants[tenant]?.name ?? 'its tenant';
};

/** The sentence of step 0. */
export function opening(world: World): string {
  const { resources } = world.scenario;
  const nodes = freeOf(world, 0).nodes;
  const free = list(resources.map((r, i) => plainAmount(r, freeOf(world, i).total)));
  const where = nodes === 1 ? `${nodeName(world.scenario, 0)} has ` : `${nodes} nodes have `;
  return `Nothing has happened yet: ${where}${free} free.`;
}
