import { Engine, unrecorded } from '#lib/allocator/sim/index.ts';
import { Waiting } from '#lib/allocator/sim/waiting.ts';
import { Disagreement } from '../rounds.ts';
import { crowdScenario } from './crowd.ts';

/** Nanoseconds of CPU from one end of a job to the next, with the passes that follow it. */
export interface BackfillFigures {
  readonly indexed: number;
  readonly scanned: number;
}

/** Jobs that the scan may check in all while it is timed. */
const SCANNED = 200_000;
/** Ends that let the engine compile what the others run. */
const WARM = 300;

/** A run of a crowd, of which a part is timed. */
class Crowd {
  readonly engine: Engine;

  /** @param indexedFrom waiting jobs from which on there is an index */
  constructor(waiting: number, indexedFrom: number) {
    this.engine = new Engine(crowdScenario(waiting, Math.max(waiting, MORE)), unrecorded, undefined, {
      steps: Infinity,
      work: Infinity
    });
    const { sim } = this.engine;
    sim.waiting = new Waiting(sim, indexedFrom);
  }

  /** Goes on for so many ends of jobs. */
  go(ends: number): void {
    const { engine } = this;
    const until = engine.sim.counts.releases + ends;
    while (engine.sim.counts.releases < until) engine.advance(1);
  }

  /** When jobs have started so far: the sum over all of the ticks at which they did. */
  get starts(): number {
    return this.engine.sim.jobs.startedAt.reduce((sum, tick) => sum + tick, 0);
  }
}

/** Jobs that come to a short queue while it is timed. */
const MORE = 40_000;

/**
 * Times a crowd in which about so many jobs wait, by the index and by the scan of all that wait.
 *
 * @throws {Disagreement} if the two start different jobs
 */
export function backfillFigures(waiting: number, ends: number): BackfillFigures {
  const few = Math.max(20, Math.min(ends, Math.floor(SCANNED / waiting)));
  const [index, scan] = [new Crowd(waiting, 0), new Crowd(waiting, Infinity)];
  for (const crowd of [index, scan]) crowd.go(few);
  if (index.starts !== scan.starts) throw new Disagreement(`of ${waiting} that wait, index and scan start others`);
  const scanned = nanosOf(few, () => scan.go(few));
  index.go(WARM);
  return { indexed: nanosOf(ends, () => index.go(ends)), scanned };
}

function nanosOf(count: number, work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / count;
}
