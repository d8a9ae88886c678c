import type { Scenario } from '#lib/allocator/scenario/index.ts';
import type { Recorder } from '#lib/allocator/trace/index.ts';
import type { Choices } from './choices.ts';
import type { Counts } from './counts.ts';
import { nameDeadlock } from './deadlock.ts';
import type { EventQueue } from './event-queue.ts';
import { fallDue } from './fall-due.ts';
import { pass } from './pass.ts';
import { rouse } from './deployments.ts';
import { due } from './due.ts';
import { intervene } from './intervene.ts';
import { join } from './join.ts';
import type { Limits } from './limits.ts';
import { RunEnded, Sim, type EvidenceSink } from './sim.ts';

/** How a run came to its end. */
export type RunEnd = 'nothing left' | 'until' | 'limit';

/**
 * The simulator: takes what falls due tick by tick in the order of SPEC.md, then lets the allocator pass. It only
 * orchestrates: what is decided is in `rules`, what follows for one job in `life.ts`.
 */
export class Engine {
  readonly sim: Sim;
  #arrived = 0;
  #intervened = 0;
  #end: RunEnd | undefined;

  /**
   * @param limits after which the run is given up, those of SPEC.md 1.7 unless said otherwise
   * @param choices what is decided at some checks in place of the policy
   * @param indexedFrom nodes from which on an index finds the place of a job; it changes counts, and no decision
   */
  constructor(
    scenario: Scenario,
    recorder: Recorder,
    sink?: EvidenceSink,
    limits?: Limits,
    choices?: Choices,
    indexedFrom?: number
  ) {
    this.sim = new Sim(scenario, recorder, sink, choices, limits, indexedFrom);
    scenario.deployments.forEach(({ load }, i) => {
      this.sim.events.push(0, due.control, i, 0);
      for (const { at } of load) this.sim.events.push(at, due.load, i, 0);
    });
    scenario.events.forEach((event, i) => this.sim.events.push(event.at, due.outside, i, 0));
  }

  get end(): RunEnd | undefined {
    return this.#end;
  }

  get counts(): Counts {
    return { ...this.sim.counts, heapMoves: this.sim.events.moves + this.sim.turns.moves };
  }

  /** Share of the jobs that have arrived, 0 to 1. */
  get progress(): number {
    const { count } = this.sim.scenario.jobs;
    return count === 0 ? 1 : this.#arrived / count;
  }

  /** Goes on for at least some steps, or to the end; true when the run is over. */
  advance(steps = Infinity): boolean {
    const until = this.sim.step + steps;
    try {
      while (this.#end === undefined && this.sim.step < until) this.#tick();
    } catch (stop) {
      if (!(stop instanceof RunEnded)) throw stop;
      this.#end = stop.end;
    }
    return this.#end !== undefined;
  }

  #tick(): void {
    const { sim } = this;
    sim.nextArrival = this.#nextArrival;
    const next = Math.min(sim.events.tick, sim.turns.tick, sim.nextArrival);
    const { until } = sim.scenario;
    if (next > sim.tick && this.#intervene()) return;
    if (next === Infinity) {
      nameDeadlock(sim);
      if (!this.#intervene()) this.#end = 'nothing left';
      return;
    }
    if (until !== undefined && 'tick' in until && next > until.tick) {
      this.#end = 'until';
      return;
    }
    sim.tick = next;
    this.#dueNow(due.arrival);
    this.#arrive();
    this.#settle();
  }

  /** Lets the allocator pass, and then whoever looks at what still waits. */
  #settle(): void {
    const { sim } = this;
    this.#allocate();
    // The autoscaler looks at what still waits after the pass.
    this.#dueNow(Infinity);
    this.#allocate();
    rouse(sim);
    if (sim.over) this.#end = 'until';
  }

  /** Does what is to be changed behind the steps so far, at the tick of the last; false where there is nothing. */
  #intervene(): boolean {
    const { sim } = this;
    const { interventions } = sim.scenario;
    const { step } = sim;
    const before = this.#intervened;
    for (;;) {
      const next = interventions[this.#intervened];
      if (next === undefined || next.step > step) break;
      this.#intervened++;
      intervene(sim, next);
    }
    if (this.#intervened === before) return false;
    this.#settle();
    return true;
  }

  /** Lets the allocator pass until nothing changes any more. */
  #allocate(): void {
    this.#dueNow(due.scan);
    while (this.sim.dirty) {
      pass(this.sim);
      this.#dueNow(due.scan);
    }
  }

  /** Deals with everything that falls due at this tick and stands before a kind. */
  #dueNow(before: number): void {
    for (;;) {
      const queue = this.#dueFirst();
      if (queue.tick !== this.sim.tick || queue.kind >= before) return;
      const { kind, subject, stamp } = queue;
      queue.pop();
      fallDue(this.sim, kind, subject, stamp);
    }
  }

  /** Which of the two queues holds what falls due first. */
  #dueFirst(): EventQueue {
    const { events, turns } = this.sim;
    if (turns.tick !== events.tick) return turns.tick < events.tick ? turns : events;
    return turns.size > 0 && turns.kind < events.kind ? turns : events;
  }

  get #nextArrival(): number {
    const { arrival, count } = this.sim.scenario.jobs;
    return this.#arrived < count ? (arrival[this.#arrived] as number) : Infinity;
  }

  #arrive(): void {
    const { sim } = this;
    while (this.#nextArrival === sim.tick) join(sim, this.#arrived++);
    sim.nextArrival = this.#nextArrival;
  }
}
