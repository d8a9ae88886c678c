import { backfillPlan, type Amounts, type BackfillPlan, type RuleVerdict } from '#lib/allocator/rules/index.ts';
import { jobName, type BackfillVerdict } from '#lib/allocator/trace/index.ts';
import type { Place, Sim } from './sim.ts';

/** What the plan says of a job behind one that does not fit. */
export interface Passing {
  readonly starts: boolean;
  /** Where it would be; undefined where it does not fit, passing or not. */
  readonly places: readonly Place[] | undefined;
  /** The comparison with the first reservation; undefined where it does not fit, or nobody has one. */
  readonly verdict: BackfillVerdict | undefined;
}

/** What those ahead have reserved in one pass, and who may pass them. */
export interface Backfill {
  /** Asks whether a job may start now. To be asked once about each job, in queue order: its room is kept either way. */
  ask(job: number): Passing;
  /** The longest estimate with which a job like this one would have to be asked about; with a longer one it waits on. */
  longest(job: number): number;
}

/**
 * The backfill plan of one pass, begun at the first job that does not fit: the rule over the room of all nodes, one
 * after the other. EASY keeps room for that job alone, conservative backfill for each that waits.
 */
export class Reservations implements Backfill {
  readonly #plan: BackfillPlan;
  /** The places behind the amounts that the rule is given, so that its answer can be read back. */
  readonly #places = new WeakMap<object, readonly Place[]>();
  /** Who has the earliest reservation. */
  #first: { readonly job: number; readonly start: number } | undefined;

  constructor(
    readonly sim: Sim,
    mode: 'easy' | 'conservative'
  ) {
    this.#plan = backfillPlan(mode, { now: sim.tick, free: sim.world.free, running: this.#running() });
  }

  ask(job: number): Passing {
    const head = this.#first;
    const said = this.#plan({
      claim: (room) => this.#claim(job, room),
      estimate: this.sim.scenario.jobs.estimate[job] ?? Infinity
    });
    const { reservation, starts, takes } = said;
    if (reservation !== undefined && (head === undefined || reservation.start < head.start))
      this.#first = { job, start: reservation.start };
    return {
      starts,
      places: takes && this.#places.get(takes),
      verdict: head && verdictOf(said, jobName(this.sim.world, head.job))
    };
  }

  /** The rule has a verdict on everybody. */
  longest(): number {
    return Infinity;
  }

  #claim(job: number, room: Amounts): Amounts | undefined {
    const { placement } = this.sim;
    const free = placement.lessNominated(job, Float64Array.from(room));
    const places = placement.placeIn(
      { free, allocatable: this.sim.world.allocatable },
      this.sim.kindOf(job),
      placement.podsOf(job)
    );
    if (places === undefined) return undefined;
    const taken = this.#amounts(job, places);
    this.#places.set(taken, places);
    return taken;
  }

  #running() {
    return [...this.sim.holding].map((job) => ({
      end: this.sim.jobs.expectedEnd[job] as number,
      held: this.#amounts(job, this.sim.world.holdings(job))
    }));
  }

  /** What a job has, or would have, of every node. */
  #amounts(job: number, places: readonly Place[]): Float64Array {
    const { requests } = this.sim.kindOf(job);
    const amounts = new Float64Array(this.sim.world.free.length);
    for (const { node, pods } of places)
      requests.forEach((amount, r) => (amounts[node * requests.length + r] = pods * amount));
    return amounts;
  }
}

/** The rule's verdict in names, where it compared the job with a reservation. */
function verdictOf({ starts, reason, ends, shadow }: RuleVerdict, head: string): BackfillVerdict | undefined {
  if (reason !== 'ends-in-time' && reason !== 'leaves-room' && reason !== 'would-delay') return undefined;
  return shadow && { head, shadow: shadow.start, ends, allowed: starts, because: reason };
}
