import { fits } from '#lib/allocator/rules/index.ts';
import type { Decision } from './check.ts';
import type { Place, Sim } from './sim.ts';

/** What somebody decides at a check in place of the policy. Jobs and nodes by index. */
export type Choice =
  | { readonly verb: 'allocate'; readonly places: readonly Place[] }
  | { readonly verb: 'preempt'; readonly node: number; readonly victims: readonly number[] }
  | { readonly verb: 'wait' | 'scale' | 'reject' };

/** Choices by the step of the check that they decide; at every other step the policy decides. */
export type Choices = ReadonlyMap<number, Choice>;

/** The decision of a check, or the choice made in its place. @throws {RangeError} for a choice that nothing allows */
export function decided(sim: Sim, job: number, byPolicy: Decision): Decision {
  const choice = sim.choices?.get(sim.step);
  if (choice === undefined) return byPolicy;
  const none = { ...byPolicy, places: undefined, victims: undefined, reclaimed: [] };
  switch (choice.verb) {
    case 'allocate':
      refuseUnless(choice.places.length > 0 && hasRoom(sim, job, choice.places), sim, 'there is no room');
      return { ...none, guard: 'fits', places: choice.places };
    case 'preempt':
      refuseUnless(canStop(sim, choice.victims, choice.node), sim, 'a victim holds nothing there that it could give');
      return { ...none, guard: 'canPreempt', victims: { node: choice.node, jobs: choice.victims } };
    case 'scale':
      refuseUnless(sim.autoscaler !== undefined, sim, 'there is no autoscaler');
      return { ...none, guard: 'canScaleUp' };
    case 'reject':
      return { ...none, guard: 'neverFits' };
    case 'wait':
      return { ...none, guard: 'mustQueue' };
  }
}

function refuseUnless(allowed: boolean, sim: Sim, why: string): void {
  if (!allowed) throw new RangeError(`the choice at step ${sim.step} cannot be carried out: ${why}`);
}

function hasRoom(sim: Sim, job: number, places: readonly Place[]): boolean {
  const { requests } = sim.kindOf(job);
  return places.every(({ node, pods }) =>
    fits(
      requests.map((amount) => amount * pods),
      sim.world.free,
      node * requests.length
    )
  );
}

const canStop = (sim: Sim, victims: readonly number[], node: number): boolean =>
  victims.length > 0 &&
  victims.every(
    (victim) => sim.isIn(victim, 'allocated', 'running') && sim.world.holdings(victim).some((h) => h.node === node)
  );
