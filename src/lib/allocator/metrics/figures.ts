import type { JobTimes } from './job-clocks.ts';

/** Figures of one job that has ended, in ticks; `slowdown` is a ratio. */
export interface JobFigures {
  readonly job: number;
  readonly wait: number;
  readonly turnaround: number;
  readonly slowdown: number;
}

/** Wait is all the time from arrival to end in which a job held nothing; without preemption that is start − arrival. */
export function figuresOf(times: JobTimes): JobFigures | undefined {
  if (times.end === undefined || times.finished !== 'released') return undefined;
  const turnaround = times.end - times.arrival;
  return {
    job: times.job,
    wait: turnaround - times.held,
    turnaround,
    slowdown: slowdownOf(turnaround, times.held)
  };
}

const slowdownOf = (turnaround: number, held: number): number => (held === 0 ? 1 : turnaround / held);

/** Jain's fairness index, (Σx)² / (n·Σx²). Source: Jain, Chiu and Hawe, 1984. */
export const jain = (xs: readonly number[]): number | undefined =>
  jainOf(
    xs.length,
    xs.reduce((sum, x) => sum + x, 0),
    xs.reduce((sum, x) => sum + x * x, 0)
  );

const jainOf = (n: number, sum: number, squares: number): number | undefined =>
  squares === 0 ? undefined : (sum * sum) / (n * squares);

/** What the jobs of a run come to. Means are over the jobs that were released; undefined where there are none. */
export interface Figures {
  readonly jobs: {
    readonly arrived: number;
    readonly released: number;
    readonly failed: number;
    readonly rejected: number;
  };
  readonly meanWait: number | undefined;
  readonly maxWait: number | undefined;
  readonly meanTurnaround: number | undefined;
  readonly meanSlowdown: number | undefined;
  /** Ticks from the first arrival to the last end. */
  readonly makespan: number | undefined;
  /** Released jobs per tick of the makespan. */
  readonly throughput: number | undefined;
}

/** How a job comes to its end. */
export type Finish = NonNullable<JobTimes['finished']>;

/** Adds up the jobs of a run, one by one, in any order that is always the same. */
export class FigureSums {
  readonly #jobs = { arrived: 0, released: 0, failed: 0, rejected: 0 };
  #wait = 0;
  #maxWait = 0;
  #turnaround = 0;
  #slowdown = 0;
  #squares = 0;
  #firstArrival = Infinity;
  #lastEnd = -Infinity;

  add({ arrival, end, held, finished }: JobTimes): void {
    this.join(arrival);
    if (end !== undefined && finished !== undefined) this.finish(arrival, end, held, finished);
  }

  /** Adds a job that arrived, as far as that goes. */
  join(arrival: number): void {
    this.#jobs.arrived++;
    this.#firstArrival = Math.min(this.#firstArrival, arrival);
  }

  /** Adds the end of a job that joined; `held` are the ticks that it held its resources. */
  finish(arrival: number, end: number, held: number, finished: Finish): void {
    this.#jobs[finished]++;
    this.#lastEnd = Math.max(this.#lastEnd, end);
    if (finished !== 'released') return;
    const turnaround = end - arrival;
    const slowdown = slowdownOf(turnaround, held);
    this.#wait += turnaround - held;
    this.#maxWait = Math.max(this.#maxWait, turnaround - held);
    this.#turnaround += turnaround;
    this.#slowdown += slowdown;
    this.#squares += slowdown * slowdown;
  }

  /** Jain's index of the slowdowns; undefined while no job is released. */
  get fairness(): number | undefined {
    return jainOf(this.#jobs.released, this.#slowdown, this.#squares);
  }

  figures(): Figures {
    const { released } = this.#jobs;
    const mean = (sum: number): number | undefined => (released === 0 ? undefined : sum / released);
    const makespan = this.#lastEnd === -Infinity ? undefined : this.#lastEnd - this.#firstArrival;
    return {
      jobs: { ...this.#jobs },
      meanWait: mean(this.#wait),
      maxWait: released === 0 ? undefined : this.#maxWait,
      meanTurnaround: mean(this.#turnaround),
      meanSlowdown: mean(this.#slowdown),
      makespan,
      throughput: makespan === undefined || makespan === 0 ? undefined : released / makespan
    };
  }
}
