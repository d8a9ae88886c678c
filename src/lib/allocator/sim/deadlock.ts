import { deadlockedGangs, type Amounts, type PartialGang } from '#lib/allocator/rules/index.ts';
import { change } from '#lib/allocator/trace/index.ts';
import { gangOf } from './life.ts';
import type { Sim } from './sim.ts';

/** Names the pods that hold room for ever, because the rest of their gang can never get any: one record each. */
export function nameDeadlock(sim: Sim): void {
  const gangs = gangsBeingPlaced(sim);
  const stuck = deadlockedGangs(
    gangs.map((members) => partial(sim, members)),
    sim.world.free
  );
  if (stuck.length === 0) return;
  sim.beginStep();
  for (const gang of stuck)
    for (const job of gangs[gang] ?? []) if (sim.isIn(job, 'allocated')) sim.emit(change.deadlock, job);
}

/** The gangs of which some pods hold room and others wait for it, in the order of their first allocation. */
function gangsBeingPlaced(sim: Sim): (readonly number[])[] {
  const seen = new Set<number>();
  return [...sim.holding].flatMap((job) => {
    const members = gangOf(sim, job);
    const first = members[0] as number;
    if (seen.has(first) || !members.some((member) => sim.waiting.has(member))) return [];
    seen.add(first);
    return [members];
  });
}

function partial(sim: Sim, members: readonly number[]): PartialGang {
  const { world, placement } = sim;
  const demandOf = (job: number): Amounts => sim.kindOf(job).requests;
  return {
    held: members.flatMap((job) => world.holdings(job).map(({ node }) => ({ demand: demandOf(job), node }))),
    missing: members
      .filter((job) => sim.waiting.has(job))
      .map((job) => ({
        demand: demandOf(job),
        choose: (free) =>
          placement.placeIn({ free, allocatable: world.allocatable }, sim.kindOf(job), 1)?.[0]?.node ?? -1
      }))
  };
}
