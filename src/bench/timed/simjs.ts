import { loadSimjs } from './peers.ts';
import type { JobBlock } from '#lib/allocator/sim/index.ts';

/** The same jobs on a facility of simjs, which queues them itself; the sum of the ends. */
export function onSimjs({ count, arrival, service }: JobBlock, servers: number): number {
  const { Entity, Facility, Sim } = loadSimjs();
  const sim = new Sim();
  const pool = new Facility('pool', Facility.FCFS, servers);
  let sum = 0;
  let next = 0;
  class Arrivals extends Entity {
    start(): void {
      if (next >= count) return;
      this.setTimer(arrival[next]! - this.time()).done(() => {
        this.useFacility(pool, service[next++]!).done(() => {
          sum += this.time();
        });
        this.start();
      });
    }
  }
  sim.addEntity(Arrivals);
  sim.simulate(Infinity);
  return sum;
}
