import type { OutsideChange } from '#lib/allocator/scenario/index.ts';
import { change } from '#lib/allocator/trace/index.ts';
import { abort, loseNode } from './life.ts';
import type { Sim } from './sim.ts';

/** Does what comes from outside: a node is lost or comes back, a job is cancelled. */
export function happen(sim: Sim, event: OutsideChange): void {
  if ('job' in event) abort(sim, event.job, 'cancel');
  else if ('autoscaler' in event) sim.autoscaler?.setProvider(event.autoscaler);
  else if ('node' in event) {
    if (event.is === 'lost') nodeDown(sim, event.node);
    else nodeUp(sim, event.node);
  }
}

/** A node is there and ready. Nothing happens if it already was. */
export function nodeUp(sim: Sim, node: number): void {
  if (sim.world.up[node] === 1) return;
  sim.beginStep();
  sim.emit(change.nodeUp, 0, node);
  sim.roomier.add(node);
  sim.dirty = true;
}

/** A node is gone; every job on it is lost, and nobody is nominated to it any more. Nothing happens if it was gone. */
export function nodeDown(sim: Sim, node: number): void {
  if (sim.world.up[node] !== 1) return;
  sim.beginStep();
  sim.emit(change.nodeDown, 0, node);
  for (const [job, nominated] of [...sim.world.nominated])
    if (nominated === node) sim.emit(change.nominate, job, node, 0);
  for (const job of [...sim.holding])
    if (sim.world.holdings(job).some((place) => place.node === node)) loseNode(sim, job);
  sim.dirty = true;
}
