import { due } from './due.ts';
import type { Sim } from './sim.ts';

/** A job of the scenario joins the queue at the present tick; its deadline counts from here. */
export function join(sim: Sim, job: number): void {
  sim.enqueue(job);
  const { deadline } = sim.kindOf(job);
  if (deadline !== undefined) sim.events.push(sim.tick + deadline, due.expire, job, 0);
}
