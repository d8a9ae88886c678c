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
    slowdown: times.held === 0 ? 1 : turnaround / times.held
  };
}

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

/** Adds up the jobs of a run, one by one, in any order that is always the same. */
export class FigureSums {
  readonly #jobs = { arrived: 0, released: 0, failed: 0, rejected: 0 };
  #wait = 0;
  #maxWait = 0;
  #turnaround = 0;
  #slowdown = 0;
  /** Tick of the first arrival; Infinity before there is one. */
  firstArrival = Infinity;
  /** Tick at which the last job that is over came to its end; -Infinity before there is one. */
  lastEnd = -Infinity;

  add(times: JobTimes): void {
    this.#jobs.arrived++;
    if (times.finished !== undefined) this.#jobs[times.finished]++;
    this.firstArrival = Math.min(this.firstArrival, times.arrival);
    if (times.end !== undefined) this.lastEnd = Math.max(this.lastEnd, times.end);
    const figures = figuresOf(times);
    if (figures === undefined) return;
    this.#wait += figures.wait;
    this.#maxWait = Math.max(this.#maxWait, figures.wait);
    this.#turnaround += figures.turnaround;
    this.#slowdown += figures.slowdown;
  }

  figures(): Figures {
    const { released } = this.#jobs;
    const mean = (sum: number): number | undefined => (released === 0 ? undefined : sum / released);
    const makespan = this.lastEnd === -Infinity ? undefined : this.lastEnd - this.firstArrival;
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
