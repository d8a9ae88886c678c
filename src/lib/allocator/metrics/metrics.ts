import { Cursor, type Trace } from '#lib/allocator/trace/index.ts';
import type { Figures } from './figures.ts';
import { JobEnds } from './job-ends.ts';
import { Utilisation } from './utilisation.ts';

/** Figures of a run up to a step. */
export interface Metrics extends Figures {
  /** Held over offered, 0 to 1, by resource, between the first arrival and the present tick. */
  readonly utilisation: Readonly<Record<string, number>>;
  /** Jain's index of the jobs' slowdowns: 1 when all were slowed alike, 1/n when one bore it all. */
  readonly fairness: number | undefined;
}

/** The figures of a run up to any of its steps: its records are read through once, then only those near the step. */
export class RunMetrics {
  readonly #cursor: Cursor;
  readonly #ends: JobEnds;
  readonly #utilisation: Utilisation;

  /** @param cursor on the run; it is moved, now and whenever figures are asked for */
  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.#ends = new JobEnds(cursor.trace);
    this.#utilisation = new Utilisation(cursor, this.#ends.firstArrival);
  }

  /** The figures up to the end of a step. Throws RangeError for one that is not of the run. */
  at(step: number): Metrics {
    this.#cursor.seek(step);
    const sums = this.#ends.upTo(step);
    return { ...sums.figures(), utilisation: this.#utilisation.upTo(step), fairness: sums.fairness };
  }
}

/** The figures of a run up to the end of a step. For many steps of one run see `RunMetrics`. */
export const metricsOf = (trace: Trace, step = trace.last): Metrics => new RunMetrics(new Cursor(trace)).at(step);
