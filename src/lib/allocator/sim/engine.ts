import type { Scenario } from '#lib/allocator/scenario/index.ts';
import type { Recorder } from '#lib/allocator/trace/index.ts';
import type { Choices } from './choices.ts';
import type { Counts } from './counts.ts';
import { nameDeadlock } from './deadlock.ts';
import { fallDue } from './fall-due.ts';
import { pass } from './pass.ts';
import { rouse } from './deployments.ts';
import { due } from './due.ts';
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
  #end: RunEnd | undefined;

  /**
   * @param limit steps after which the run is given up, so that none goes on for ever
   * @param choices what is decided at some checks in place of the policy
   */
  constructor(
    scenario: Scenario,
    recorder: Recorder,
    sink?: EvidenceSink,
    readonly limit = 5_000_000,
    choices?: Choices
  ) {
    this.sim = new Sim(scenario, recorder, sink, choices);
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
    return { ...this.sim.counts, heapMoves: this.sim.events.moves };
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
      this.#end = 'until';
    }
    return this.#end !== undefined;
  }

  #tick(): void {
    const { sim } = this;
    const { arrival, count } = sim.scenario.jobs;
    const next = Math.min(sim.events.tick, this.#arrived < count ? (arrival[this.#arrived] as number) : Infinity);
    const { until } = sim.scenario;
    if (next === Infinity) {
      nameDeadlock(sim);
      this.#end = 'nothing left';
      return;
    }
    if (until !== undefined && 'tick' in until && next > until.tick) {
      this.#end = 'until';
      return;
    }
    sim.tick = next;
    sim.moreArriveNow = this.#arrived < count && arrival[this.#arrived] === next;
    this.#dueNow(due.arrival);
    this.#arrive();
    this.#allocate();
    // The autoscaler looks at what still waits after the pass.
    this.#dueNow(Infinity);
    this.#allocate();
    rouse(sim);
    if (sim.over) this.#end = 'until';
    else if (sim.step >= this.limit) this.#end = 'limit';
  }

  /** Lets the allocator pass until nothing changes any more. */
  #allocate(): void {
    this.#dueNow(due.scan);
    while (this.sim.dirty && this.sim.step < this.limit) {
      pass(this.sim);
      this.#dueNow(due.scan);
    }
  }

  /** Deals with everything that falls due at this tick and stands before a kind. */
  #dueNow(before: number): void {
    const { events } = this.sim;
    while (events.tick === this.sim.tick && events.kind < before) {
      const { kind, subject, stamp } = events;
      events.pop();
      fallDue(this.sim, kind, subject, stamp);
    }
  }

  #arrive(): void {
    const { sim } = this;
    const { arrival, count, kind } = sim.scenario.jobs;
    while (this.#arrived < count && arrival[this.#arrived] === sim.tick) {
      const job = this.#arrived++;
      sim.enqueue(job);
      const { deadline } = sim.scenario.kinds[kind[job] as number] as Scenario['kinds'][number];
      if (deadline !== undefined) sim.events.push(sim.tick + deadline, due.expire, job, 0);
    }
    sim.moreArriveNow = false;
  }
}
