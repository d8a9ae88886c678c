import { change, jobName, type Trace, type World } from '#lib/allocator/trace/index.ts';
import { tell, type ActionId, type Told } from './step.ts';
import type { Mark, MarkKind } from './view.ts';

const kindOfAction: Readonly<Partial<Record<ActionId, MarkKind>>> = {
  allocate: 'allocate',
  wait: 'wait',
  hold: 'wait',
  scale: 'scale',
  preempt: 'preempt',
  stop: 'preempt',
  turn: 'preempt',
  release: 'release',
  reject: 'kill',
  end: 'kill'
};

/** What ends a job before its work is done. */
const cutShort: readonly (string | undefined)[] = ['fail', 'kill', 'lose', 'expire', 'cancel', 'pullFailed'];

const ofTheCluster: Readonly<Record<number, MarkKind>> = {
  [change.provision]: 'scale',
  [change.provisionFailed]: 'scale',
  [change.nodeUp]: 'scale',
  [change.replicas]: 'scale',
  [change.nodeDown]: 'kill',
  [change.crash]: 'kill'
};

/** What a step is marked as on a scale of the run; undefined for one in which nothing is given, taken or refused. */
export function markOf(told: Told): MarkKind | undefined {
  if (told.action === 'cluster') return ofTheCluster[told.records[0]?.kind ?? -1];
  if (told.action === 'release' && cutShort.includes(told.event)) return 'kill';
  return kindOfAction[told.action];
}

/** The marks of the steps `from` to `to`. `world` only lends the names of the jobs. */
export function marksOf(trace: Trace, world: World, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let step = Math.max(from, 1); step <= Math.min(to, trace.last); step++) {
    const told = tell(trace, step);
    const kind = markOf(told);
    if (kind === undefined) continue;
    marks.push({ step, tick: trace.tickOf(step), kind, job: told.job === undefined ? '' : jobName(world, told.job) });
  }
  return marks;
}
