import { CRASH_LOOP, OOM_KILLED } from '#lib/allocator/rules/index.ts';
import { stateId } from '#lib/allocator/lifecycle/index.ts';
import { change, jobName, type Rec, type ScalingEvidence, type World } from '#lib/allocator/trace/index.ts';
import { plainAmount } from '#lib/base/units/index.ts';
import { askOf, clockOf, kindOf, list, nodeName } from './names.ts';
import type { Scene } from './sentence.ts';
import type { Fact, Why } from './view.ts';

/** As many jobs as a fact names one by one. */
const JOBS_NAMED = 4;

const fact = (label: string, value: string): Fact => ({ label, value });

/** Why the cluster, a deployment or a container changed in a step: the numbers behind what nobody's check decided. */
export function clusterWhy({ told, world, tick, scaling }: Scene, text: string): Why | undefined {
  const [record] = told.records;
  if (record === undefined) return undefined;
  const why = (question: string, facts: readonly Fact[], answer = text): Why => ({
    question,
    answer,
    facts,
    guards: [],
    nodes: [],
    real: []
  });
  switch (record.kind) {
    case change.replicas:
      return why(`How many replicas does ${world.scenario.deployments[record.subject]?.name ?? 'it'} need?`, [
        ...(scaling === undefined ? [] : replicaFacts(scaling))
      ]);
    case change.provision:
      return why('Would a new node help?', provisionFacts(world, record));
    case change.provisionFailed:
      return why(
        `Why does ${nodeName(world.scenario, record.node)} not come?`,
        waitingFacts(world),
        'The provider has none to give. Whoever waits for it is checked again without it.'
      );
    case change.nodeUp:
      return why(
        `Where does ${nodeName(world.scenario, record.node)} come from?`,
        offer(world, record.node),
        origin(world, record)
      );
    case change.nodeDown:
      return why(
        `Why is ${nodeName(world.scenario, record.node)} gone?`,
        lossFacts(world, record),
        leave(world, record, tick)
      );
    case change.crash:
      return why(`Why does job ${jobName(world, record.subject)} keep its place?`, crashFacts(world, record));
    case change.restart:
      return why(`When does job ${jobName(world, record.subject)} start again?`, restartFacts(world, record));
    case change.deadlock:
      return why('Why can nobody go on?', deadlockFacts(world, told.records));
    default:
      return undefined;
  }
}

/** In the order in which the controller gets from what it measures to what it sets. */
function replicaFacts({ current, replicas, target, utilisation, asked, stabilised, reason }: ScalingEvidence): Fact[] {
  const exact = utilisation !== null && Math.ceil((current * utilisation) / target) === asked;
  return [
    fact('Replicas before', `${current}`),
    ...(utilisation === null ? [] : [fact('CPU used of what they request', `${utilisation} %`)]),
    fact('Aimed at', `${target} %`),
    ...(asked === null
      ? []
      : [fact('So it asks for', exact ? `⌈${current} × ${utilisation} ÷ ${target}⌉ = ${asked}` : `${asked}`)]),
    ...(stabilised === null || stabilised === asked
      ? []
      : [fact('The highest asked for in the last minutes', `${stabilised}`)]),
    fact('It sets', `${replicas}`),
    fact('Its condition reads', reason)
  ];
}

function inState(world: World, state: number): number[] {
  const jobs: number[] = [];
  for (let job = 0; job < world.state.length; job++) if (world.state[job] === state + 1) jobs.push(job);
  return jobs;
}

/** Names of some jobs, and how many more there are. */
function named(world: World, jobs: readonly number[]): string {
  const names = jobs.slice(0, JOBS_NAMED).map((job) => `${jobName(world, job)} (${askOf(world, job)})`);
  const more = jobs.length - names.length;
  return list(more > 0 ? [...names, `${more} more`] : names);
}

function waitingFacts(world: World): Fact[] {
  const jobs = inState(world, stateId['waiting.scaling']);
  return jobs.length === 0 ? [] : [fact('Waiting for a new node', named(world, jobs))];
}

/** What a node offers, resource by resource. */
function offer(world: World, node: number): Fact[] {
  const { resources } = world.scenario;
  const amounts = resources.flatMap((resource, r) => {
    const amount = world.allocatable[node * resources.length + r] as number;
    return amount > 0 ? [plainAmount(resource, amount)] : [];
  });
  return [fact(`${nodeName(world.scenario, node)} offers`, list(amounts))];
}

function provisionFacts(world: World, { node }: Rec): Fact[] {
  const { autoscaler } = world.scenario;
  if (autoscaler === undefined) return [];
  const up = world.up.reduce((sum, there) => sum + there, 0);
  return [
    ...waitingFacts(world),
    ...offer(world, node),
    fact('Nodes now, and at most', `${up} of ${autoscaler.max}`),
    fact('A node takes', clockOf(world.scenario, autoscaler.provision))
  ];
}

/** Slots behind the scenario's own nodes are the autoscaler's. */
const isScaled = (world: World, node: number): boolean => node >= world.scenario.nodes.length;

function origin(world: World, { node }: Rec): string {
  const { autoscaler } = world.scenario;
  return isScaled(world, node) && autoscaler !== undefined
    ? `The autoscaler asked for it ${clockOf(world.scenario, autoscaler.provision)} ago. Whoever waits is checked again, for it may fit now.`
    : 'It has come back, empty. Whoever waits is checked again, for it may fit now.';
}

function leave(world: World, { node }: Rec, tick: number): string {
  const { autoscaler, events } = world.scenario;
  const lost = events.some((e) => 'node' in e && e.node === node && e.is === 'lost' && e.at === tick);
  return isScaled(world, node) && autoscaler !== undefined && !lost && world.holders(node).length === 0
    ? `The autoscaler takes back a node of its own that nobody has needed for ${clockOf(world.scenario, autoscaler.idle)}.`
    : 'It was lost from outside: the allocator has no say in that, and is told afterwards.';
}

function lossFacts(world: World, { node }: Rec): Fact[] {
  const jobs = world.holders(node);
  return [
    ...offer(world, node).map(({ value }) => fact('It offered', value)),
    fact('Held on it', jobs.length === 0 ? 'nothing' : named(world, jobs))
  ];
}

function crashFacts(world: World, { subject, pods: exitCode }: Rec): Fact[] {
  const killed = exitCode === OOM_KILLED.exitCode;
  return [
    fact('Exit code', killed ? `${exitCode}: killed at its memory limit` : `${exitCode}`),
    fact('Its restart policy', kindOf(world, subject).restartPolicy),
    fact('So it keeps', askOf(world, subject))
  ];
}

function restartFacts(world: World, { subject, pods: restarts }: Rec): Fact[] {
  const { backoffLimit, deployment } = kindOf(world, subject);
  return [
    fact('Restarts so far', `${restarts}`),
    ...(deployment === undefined ? [fact('Its backoffLimit', `${backoffLimit}`)] : []),
    fact('Delays', `none, then ${CRASH_LOOP.first} s, doubled each time, ${CRASH_LOOP.cap} s at most`)
  ];
}

/** Of each gang that holds room for ever, how far it has come. */
function deadlockFacts(world: World, records: readonly Rec[]): Fact[] {
  const { gangOf } = world.scenario.jobs;
  const gangs = [...new Set(records.map(({ subject }) => gangOf[subject] as number))];
  return gangs.map((gang) => {
    const members = [...world.state.keys()].filter((job) => gangOf[job] === gang);
    const placed = members.filter((job) => world.holdings(job).length > 0).length;
    return fact(
      kindOf(world, gang).name,
      `holds room for ${placed} of ${members.length} pods, and each of the others asks for ${askOf(world, gang)}`
    );
  });
}
