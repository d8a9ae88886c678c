import { loadJsSimulator } from './peers.ts';
import type { JobBlock } from '#lib/allocator/sim/index.ts';

interface Happening {
  readonly rank: number;
  update(): void;
}

/** The same jobs on js-simulator's scheduler, which brings events but no queue of jobs; the sum of the ends. */
export function onJsSimulator({ count, arrival, service }: JobBlock, servers: number): number {
  const { Scheduler } = loadJsSimulator();
  const scheduler = new Scheduler();
  const waiting: number[] = [];
  let head = 0;
  let free = servers;
  let sum = 0;
  const start = (job: number, now: number): void => {
    const length = service[job]!;
    sum += now + length;
    const end: Happening = { rank: 1, update: () => finish(now + length) };
    scheduler.scheduleOnceIn(end, length);
  };
  const finish = (now: number): void => {
    if (head < waiting.length) start(waiting[head++]!, now);
    else free++;
  };
  let next = 0;
  const arrive: Happening = {
    rank: 0,
    update() {
      const job = next++;
      const now = arrival[job]!;
      if (free > 0) {
        free--;
        start(job, now);
      } else waiting.push(job);
      if (next < count) scheduler.scheduleOnceIn(arrive, arrival[next]! - now);
    }
  };
  scheduler.scheduleOnceIn(arrive, arrival[0]!);
  while (scheduler.hasEvents()) scheduler.update();
  return sum;
}
