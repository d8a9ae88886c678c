import { cpuGranted, GPU_RESOURCE, refusesSeveral, severalRefused } from '#lib/allocator/rules/index.ts';
import { stateName, statusOf } from '#lib/allocator/lifecycle/index.ts';
import type { JobKind } from '#lib/allocator/scenario/index.ts';
import { change, jobName, nodeOf, type World } from '#lib/allocator/trace/index.ts';
import { plainAmount } from '#lib/base/units/index.ts';
import { clockOf, kindOf, list, nodeName } from './names.ts';
import type { Told } from './step.ts';

/** What else is to be said of a step, as sentences that follow its own; empty for nothing. */

/** Why a job that has got its room does not run yet. */
export function notYet(world: World, { job = -1, records }: Told): string {
  if (records.some(({ kind }) => kind === change.pullBackoff))
    return ' Its image cannot be pulled (ImagePullBackOff), so it never runs, and it keeps what it got.';
  const { pull } = kindOf(world, job);
  if (pull !== undefined && pull > 0)
    return ` Its image is pulled first, which takes ${clockOf(world.scenario, pull)}.`;
  const missing = gangOf(world, job).filter((member) => !hasPlace(world, member));
  if (missing.length === 0) return '';
  const names = list(missing.map((member) => jobName(world, member)));
  return ` It holds this and does nothing until ${names} ${missing.length === 1 ? 'has' : 'have'} a place too.`;
}

/** The pods of a job's gang where they are placed one by one, else the job itself. */
function gangOf({ scenario }: World, job: number): number[] {
  const { jobs, kinds, policy } = scenario;
  if (policy.gangs === 'all-or-nothing' || job >= jobs.count) return [job];
  const { gang } = kinds[jobs.kind[job] as number] as JobKind;
  return Array.from({ length: gang }, (_, i) => (jobs.gangOf[job] as number) + i);
}

function hasPlace(world: World, job: number): boolean {
  const state = (world.state[job] as number) - 1;
  return state >= 0 && !['requested', 'waiting'].includes(statusOf[stateName(state)]);
}

/** That a CPU limit holds a job back. */
export function throttled(world: World, job: number): string {
  const { usage, limits } = kindOf(world, job);
  const limit = limits[world.scenario.resources.indexOf('cpu')] ?? -1;
  if (usage.cpu === undefined || cpuGranted(usage.cpu, limit) === usage.cpu) return '';
  return ` It wants ${plainAmount('cpu', usage.cpu)} and is throttled to its limit of ${plainAmount('cpu', limit)}: slower, not killed.`;
}

/** Why a job fails as it starts on a node that shares its GPUs; empty where that is not the reason. */
export function deviceRefusal(world: World, { job = -1, node }: Told): string {
  const asked = kindOf(world, job).requests[world.scenario.resources.indexOf(GPU_RESOURCE)] ?? 0;
  if (node < 0 || severalRefused(asked) === undefined) return '';
  const { gpus } = nodeOf(world.scenario, node);
  const refused =
    (gpus?.mps !== undefined && refusesSeveral('mps')) ||
    (gpus?.timeSlicing !== undefined && refusesSeveral('timeSlicing'));
  return refused
    ? ` The device plugin of ${nodeName(world.scenario, node)} gives a pod one share of a card at most (UnexpectedAdmissionError).`
    : '';
}
