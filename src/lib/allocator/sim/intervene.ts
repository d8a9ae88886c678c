import type { Intervention, Policy } from '#lib/allocator/scenario/index.ts';
import { due } from './due.ts';
import { join } from './join.ts';
import { happen } from './outside.ts';
import type { Sim } from './sim.ts';

/** Does what an intervention says, at the end of a tick: SPEC.md rule 1.8. */
export function intervene(sim: Sim, intervention: Intervention): void {
  if ('arrives' in intervention) for (const job of intervention.arrives) join(sim, job);
  else if ('policy' in intervention) takeOver(sim, intervention.policy);
  else happen(sim, intervention);
}

/** Another policy takes over; under round robin those who run have a quantum from now on. */
function takeOver(sim: Sim, policy: Policy): void {
  const before = sim.scenario.policy.order;
  sim.follow(policy);
  if (policy.order !== 'round-robin' || before === 'round-robin') return;
  for (const job of sim.holding) if (sim.isIn(job, 'running')) sim.schedule(policy.quantum, due.turn, job);
}
