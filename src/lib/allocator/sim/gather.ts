import type { Scenario } from '#lib/allocator/scenario/index.ts';
import type { CheckEvidence, PressureEvidence, ScalingEvidence } from '#lib/allocator/trace/index.ts';
import type { Choices } from './choices.ts';
import { Engine } from './engine.ts';
import { unrecorded } from './unrecorded.ts';
import type { EvidenceSink } from './sim.ts';

/** Steps from one up to, not including, another. */
export interface Steps {
  readonly from: number;
  readonly to: number;
}

/** What the decisions in some steps compared, by step: plain data, which can be sent from one thread to another. */
export interface Gathered {
  readonly checks: ReadonlyMap<number, CheckEvidence>;
  readonly scalings: ReadonlyMap<number, ScalingEvidence>;
  readonly pressures: ReadonlyMap<number, PressureEvidence>;
}

/**
 * Finds what the decisions of a run compared, by running its scenario again with the evidence wanted: the answer is the
 * run's own, and costs nothing until someone asks. Steps that follow those gathered last cost only themselves; any others
 * cost a run up to there.
 */
export class Gatherer {
  #engine: Engine | undefined;
  /** Whose evidence is kept as the engine passes them. */
  #kept: Steps = { from: 0, to: 0 };
  #wanted: Steps = { from: 0, to: 0 };
  readonly #checks = new Map<number, CheckEvidence>();
  readonly #scalings = new Map<number, ScalingEvidence>();
  readonly #pressures = new Map<number, PressureEvidence>();
  readonly #sink: EvidenceSink = {
    wants: (step) => step >= this.#kept.from && step < this.#kept.to,
    take: (step, evidence) => this.#checks.set(step, evidence),
    takeScaling: (step, evidence) => this.#scalings.set(step, evidence),
    takePressure: (step, evidence) => this.#pressures.set(step, evidence)
  };

  constructor(
    readonly scenario: Scenario,
    readonly choices?: Choices
  ) {}

  /** The last step that the engine has passed. */
  get passed(): number {
    return this.#engine?.sim.step ?? 0;
  }

  /** The steps whose evidence is wanted from here on, in place of any wanted before. */
  begin(wanted: Steps): void {
    this.#wanted = wanted;
    if (!this.#follows(wanted)) this.#engine = undefined;
    // The engine ends with a whole tick, and so passes some steps that will be wanted next.
    const ahead = wanted.to + (wanted.to - wanted.from);
    const hasGap = this.#engine !== undefined && wanted.from <= this.passed && this.passed >= this.#kept.to;
    this.#kept = { from: wanted.from, to: hasGap ? this.#kept.to : ahead };
    for (const gathered of [this.#checks, this.#scalings, this.#pressures])
      for (const step of gathered.keys()) if (step < wanted.from || this.#engine === undefined) gathered.delete(step);
  }

  /** Goes on for at least some steps; true when all that is wanted has been gathered. */
  advance(steps = Infinity): boolean {
    this.#engine ??= new Engine(this.scenario, unrecorded, this.#sink, undefined, this.choices);
    const left = this.#wanted.to - 1 - this.#engine.sim.step;
    return left <= 0 || this.#engine.advance(Math.min(steps, left)) || left <= steps;
  }

  /** The evidence of the steps that were wanted last. */
  gathered(): Gathered {
    const { from, to } = this.#wanted;
    const within = <E>(all: ReadonlyMap<number, E>): ReadonlyMap<number, E> =>
      new Map([...all].filter(([step]) => step >= from && step < to));
    return { checks: within(this.#checks), scalings: within(this.#scalings), pressures: within(this.#pressures) };
  }

  /** Whether the engine has passed none of some steps without keeping what they compared. */
  #follows({ from, to }: Steps): boolean {
    return from > this.passed || (from >= this.#kept.from && Math.min(to - 1, this.passed) < this.#kept.to);
  }
}
