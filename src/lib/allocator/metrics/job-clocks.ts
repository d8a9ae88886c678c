import { stateId, table } from '#lib/allocator/lifecycle/index.ts';
import { change, isTransition, type Recorder } from '#lib/allocator/trace/index.ts';

/** When things happened to one job, in ticks. `undefined` where it has not happened. */
export interface JobTimes {
  readonly job: number;
  readonly arrival: number;
  /** When it first got its resources. */
  readonly start: number | undefined;
  /** When it reached a final state. */
  readonly end: number | undefined;
  /** Ticks it held resources, over all attempts. */
  readonly held: number;
  readonly finished: 'released' | 'failed' | 'rejected' | undefined;
}

const finals: Readonly<Record<number, JobTimes['finished']>> = {
  [stateId.released]: 'released',
  [stateId.failed]: 'failed',
  [stateId.rejected]: 'rejected'
};

/**
 * Keeps the times of every job as the records come: of a trace that is read, or of an engine that keeps no records. Five
 * numbers a job; NaN stands for what has not happened.
 */
export class JobClocks implements Recorder {
  readonly #joined: number[] = [];
  readonly #arrival: number[] = [];
  readonly #start: number[] = [];
  readonly #end: number[] = [];
  readonly #held: number[] = [];
  readonly #since: number[] = [];
  /** The final state of a job that is over. */
  readonly #final: number[] = [];
  #tick = 0;

  step(tick: number): void {
    this.#tick = tick;
  }

  record(kind: number, subject: number): void {
    if (kind === change.request) this.#join(subject);
    else if (isTransition(kind)) this.#move(subject, kind);
  }

  /**
   * The times of all jobs so far, in order of joining.
   *
   * @param now the tick up to which a job that still holds its resources is counted; that of the last step unless said
   */
  *times(now = this.#tick): Generator<JobTimes, void, undefined> {
    for (const job of this.#joined) {
      const since = this.#since[job] as number;
      yield {
        job,
        arrival: this.#arrival[job] as number,
        start: known(this.#start[job]),
        end: known(this.#end[job]),
        held: (this.#held[job] as number) + (Number.isNaN(since) ? 0 : now - since),
        finished: finals[this.#final[job] as number]
      };
    }
  }

  #join(job: number): void {
    this.#joined.push(job);
    this.#arrival[job] = this.#tick;
    this.#start[job] = NaN;
    this.#end[job] = NaN;
    this.#held[job] = 0;
    this.#since[job] = NaN;
    this.#final[job] = -1;
  }

  #move(job: number, kind: number): void {
    const { from, to } = table.transitions[kind] as (typeof table.transitions)[number];
    const since = this.#since[job] as number;
    if (to === stateId.allocated) {
      if (Number.isNaN(this.#start[job] as number)) this.#start[job] = this.#tick;
      this.#since[job] = this.#tick;
    }
    if (from === stateId.releasing && !Number.isNaN(since)) {
      this.#held[job] = (this.#held[job] as number) + this.#tick - since;
      this.#since[job] = NaN;
    }
    if (table.final[to] === true) {
      this.#end[job] = this.#tick;
      this.#final[job] = to;
    }
  }
}

const known = (tick: number | undefined): number | undefined =>
  tick === undefined || Number.isNaN(tick) ? undefined : tick;
