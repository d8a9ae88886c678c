import {
  failedSchedulingMessage,
  fitRejection,
  fits,
  shortages,
  traitRejection,
  type NodeRejection,
  type PreemptionReport,
  type Shortage,
  type VictimSearch
} from '#lib/allocator/rules/index.ts';
import { chart, type GuardName } from '#lib/allocator/lifecycle/index.ts';
import {
  jobName,
  nodeOf,
  type CheckEvidence,
  type NodeVerdict,
  type Short,
  type VictimVerdict
} from '#lib/allocator/trace/index.ts';
import type { Ahead, Findings } from './check.ts';
import { rankingFor, type Room } from './ranking.ts';
import { podsThatFit } from './placement.ts';
import type { Sim } from './sim.ts';
import type { VictimSearchResult } from './victims.ts';

const guardsInOrder: readonly (GuardName | 'mustQueue')[] = chart.states.checking.on.decide.map((edge) =>
  'guard' in edge ? edge.guard : 'mustQueue'
);

/** What a check compared, in names: every node with its verdict, whatever the outcome was. */
export function gather(sim: Sim, job: number, ahead: Ahead | undefined, found: Findings): CheckEvidence {
  const { scenario, placement } = sim;
  const kind = sim.kindOf(job);
  const outcome = guardsInOrder.indexOf(found.guard);
  const name = (j: number): string => jobName(sim.world, j);
  const asks = kind.requests.flatMap((amount, r) =>
    amount > 0 ? [{ resource: scenario.resources[r] as string, amount }] : []
  );
  const search = found.search;
  return {
    job: name(job),
    pods: placement.podsOf(job),
    asks,
    outcome: found.guard,
    guards: guardsInOrder.map((guard, i) => ({ guard, asked: i <= outcome, holds: i === outcome })),
    nodes: nodeVerdicts(sim, job, found),
    ...(ahead === undefined && fitsNowhere(found) ? failedScheduling(sim, job, found) : {}),
    ...(found.complaint === undefined ? {} : { complaint: found.complaint }),
    ...(ahead === undefined || ahead.reservations !== undefined ? {} : { behind: name(ahead.job) }),
    ...(placement.neverFits(job) ? { neverFits: true } : {}),
    ...(found.quotas.length === 0 ? {} : { quotas: found.quotas }),
    ...(found.reclaimed.length === 0
      ? {}
      : { reclaim: found.reclaimed.map(({ job: victim, reason }) => ({ job: name(victim), reason })) }),
    ...(search === undefined
      ? {}
      : 'barred' in search
        ? { noPreemption: search.barred }
        : { preemption: search.attempt.searches.map((s) => victimVerdict(sim, s, search.victims?.node)) }),
    ...(found.passing === undefined ? {} : { backfill: found.passing }),
    ...(found.scaleUp === undefined ? {} : { scaleUp: found.scaleUp })
  };
}

function nodeVerdicts(sim: Sim, job: number, found: Findings): NodeVerdict[] {
  const room = sim.placement.roomFor(job);
  const chosen = new Map((found.guard === 'fits' ? found.places : undefined)?.map(({ node, pods }) => [node, pods]));
  const nodes = [...sim.world.up.keys()].filter(
    // What the autoscaler has not added yet is no node.
    (node) => node < sim.scenario.nodes.length || sim.world.up[node] === 1
  );
  return nodes.map((node) => {
    const pods = chosen.get(node);
    return {
      ...nodeVerdict(sim, job, node, room),
      ...(pods === undefined ? {} : { chosen: true, pods })
    };
  });
}

function nodeVerdict(sim: Sim, job: number, node: number, room: Room): NodeVerdict {
  const { scenario, world } = sim;
  const kind = sim.kindOf(job);
  const given = nodeOf(scenario, node);
  const { name } = given;
  if (world.up[node] !== 1) return { node: name, verdict: 'down' };
  const rejection = traitRejection(kind, given);
  if (rejection !== undefined) return { node: name, ...traitVerdict(rejection) };
  const offset = node * scenario.resources.length;
  if (!fits(kind.requests, room.free, offset))
    return {
      node: name,
      verdict: 'short',
      short: shortages(kind.requests, room.free, room.allocatable, offset).map((s) => named(sim, s)),
      ...keptOn(sim, job, node)
    };
  const { score } = rankingFor(scenario, kind.requests, room);
  return {
    node: name,
    verdict: 'fits',
    ...(score === undefined ? {} : { score: score(node) }),
    ...(sim.placement.podsOf(job) === 1 ? {} : { roomFor: podsThatFit(kind.requests, room.free, offset) })
  };
}

/** For whom room on a node is kept, so that a job may not have it. */
function keptOn(sim: Sim, job: number, node: number): { keptFor?: string[] } {
  const rivals = sim.placement.nominatedAbove(job).filter((rival) => rival.node === node);
  return rivals.length === 0 ? {} : { keptFor: rivals.map((rival) => jobName(sim.world, rival.job)) };
}

function traitVerdict(rejection: NodeRejection): Omit<NodeVerdict, 'node'> {
  if (rejection.rule === 'taint') {
    const { key, value, effect } = rejection.taint;
    return { verdict: 'taint', taint: `${key}${value ? `=${value}` : ''}:${effect}` };
  }
  if (rejection.rule === 'selector')
    return {
      verdict: 'selector',
      unmet: rejection.unmet.map(({ requirement }) => `${requirement.key}=${(requirement.values ?? []).join(',')}`)
    };
  return { verdict: 'unschedulable' };
}

/** Where more is kept for others than is free yet, a job finds nothing. */
const named = (sim: Sim, { resource, free, ...numbers }: Shortage): Short => ({
  resource: sim.scenario.resources[resource] as string,
  free: Math.max(0, free),
  ...numbers
});

function victimVerdict(sim: Sim, search: VictimSearch, chosen: number | undefined): VictimVerdict {
  const node = nodeOf(sim.scenario, search.node).name;
  if (search.outcome === 'victims')
    return {
      node,
      outcome: 'victims',
      victims: search.victims.map((job) => jobName(sim.world, job)),
      highestPriority: Math.max(...search.victims.map((job) => sim.kindOf(job).priority)),
      ...(search.node === chosen ? { chosen: true } : {})
    };
  if (search.outcome === 'still-short')
    return { node, outcome: 'still-short', short: search.shortages.map((s) => named(sim, s)) };
  return { node, outcome: 'nobody-lower' };
}

/** Whether the nodes were asked and none had room. */
const fitsNowhere = ({ guard, places, quotas }: Findings): boolean =>
  (guard === 'mustQueue' || guard === 'canPreempt' || guard === 'canScaleUp' || guard === 'neverFits') &&
  quotas.length === 0 &&
  places === undefined;

/** kube-scheduler reports only when every node turned the pod away: a gang that finds room for some of its pods has no such event. */
function failedScheduling(sim: Sim, job: number, { search }: Findings): { failedScheduling?: string } {
  const { scenario, world } = sim;
  const kind = sim.kindOf(job);
  const room = sim.placement.roomFor(job);
  const width = scenario.resources.length;
  const nodes = [...world.up.keys()].filter((node) => world.up[node] === 1);
  const rejections = nodes.flatMap((node) => {
    const rejection =
      traitRejection(kind, nodeOf(scenario, node)) ??
      fitRejection(kind.requests, room.free, room.allocatable, node * width);
    return rejection === undefined ? [] : [[node, rejection] as const];
  });
  if (rejections.length < nodes.length) return {};
  const message = failedSchedulingMessage(
    rejections.map(([, rejection]) => rejection),
    preemptionReport(search, rejections),
    {
      names: scenario.resources,
      release: '1.31'
    }
  );
  return { failedScheduling: message };
}

/** A policy without preemption finds nobody to stop, which is also what kube-scheduler would say of equals. */
function preemptionReport(
  search: VictimSearchResult | undefined,
  rejections: readonly (readonly [number, NodeRejection])[]
): PreemptionReport {
  if (search === undefined || 'attempt' in search) {
    if (search?.victims !== undefined) return { outcome: 'nominated' };
    return { outcome: 'failed', searches: search?.attempt.searches ?? [] };
  }
  if (search.barred === 'policy' || search.barred === 'not-helpful') {
    const nobody = rejections.flatMap(([node, { rule }]) =>
      rule === 'fit' ? [{ outcome: 'nobody-lower' as const, node }] : []
    );
    return { outcome: 'failed', searches: nobody };
  }
  return {
    outcome: 'ineligible',
    why: search.barred === 'own-policy' ? 'policy-never' : 'victim-terminating'
  };
}
