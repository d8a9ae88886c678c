import type { OutsideEvent } from '#lib/allocator/scenario/index.ts';
import { control, loadChanges } from './deployments.ts';
import { due } from './due.ts';
import { relievePressure, restart } from './kubelet.ts';
import { abort, endRun, startWithGang, stopNow, turnOver } from './life.ts';
import { provisioned, scan } from './node-scan.ts';
import { happen } from './outside.ts';
import type { Sim } from './sim.ts';

type Happening = (sim: Sim, subject: number) => void;

/** What falls due for a job, and counts only while its life has taken no other turn. */
const ofJobs: Readonly<Record<number, Happening>> = {
  [due.end]: endRun,
  [due.restart]: restart,
  [due.stop]: stopNow,
  [due.memory]: relievePressure,
  [due.turn]: turnOver,
  [due.retry]: (sim, job) => sim.enqueue(job),
  [due.pulled]: startWithGang
};

/** What falls due whatever else has happened. */
const always: Readonly<Record<number, Happening>> = {
  [due.expire]: (sim, job) => abort(sim, job, 'expire'),
  [due.outside]: (sim, event) => happen(sim, sim.scenario.events[event] as OutsideEvent),
  [due.load]: loadChanges,
  [due.control]: control,
  [due.provisioned]: provisioned,
  [due.scan]: scan
};

/** Lets happen what falls due at this tick. `stamp` is the job's when it was scheduled. */
export function fallDue(sim: Sim, kind: number, subject: number, stamp: number): void {
  const happening = always[kind];
  if (happening !== undefined) happening(sim, subject);
  else if (sim.jobs.stamp[subject] === stamp) ofJobs[kind]?.(sim, subject);
}
