import { table } from '#lib/allocator/lifecycle/index.ts';
import { change, isTransition, type Trace } from '#lib/allocator/trace/index.ts';
import { FigureSums, type Finish } from './figures.ts';
import { JobClocks } from './job-clocks.ts';

const finishes: readonly Finish[] = ['released', 'failed', 'rejected'];
const NEVER = 0xffffffff;
const isFinal = table.transitions.map(({ to }) => table.final[to] === true);

/** What becomes of each job of a run, in columns by order of joining: 33 bytes a job. */
export class JobEnds {
  readonly #joined: Uint32Array;
  /** The step in which each comes to its end, or `NEVER`. */
  readonly #ended: Uint32Array;
  readonly #arrival: Float64Array;
  readonly #end: Float64Array;
  readonly #held: Float64Array;
  readonly #finish: Uint8Array;

  /** Reads every record of the run once. */
  constructor(trace: Trace) {
    const clocks = new JobClocks();
    const joined: number[] = [];
    const ended: number[] = [];
    for (let step = 1; step <= trace.last; step++) {
      clocks.step(trace.tickOf(step));
      const end = trace.firstOf(step + 1);
      for (let i = trace.firstOf(step); i < end; i++) {
        const kind = trace.kindOf(i);
        const job = trace.subjectOf(i);
        clocks.record(kind, job);
        if (kind === change.request) joined.push(step);
        else if (isTransition(kind) && isFinal[kind] === true) ended[job] = step;
      }
    }
    this.#joined = Uint32Array.from(joined);
    this.#ended = new Uint32Array(joined.length).fill(NEVER);
    this.#arrival = new Float64Array(joined.length);
    this.#end = new Float64Array(joined.length);
    this.#held = new Float64Array(joined.length);
    this.#finish = new Uint8Array(joined.length);
    let at = 0;
    for (const { job, arrival, end, held, finished } of clocks.times()) {
      this.#arrival[at] = arrival;
      if (end !== undefined && finished !== undefined) {
        this.#ended[at] = ended[job] as number;
        this.#end[at] = end;
        this.#held[at] = held;
        this.#finish[at] = finishes.indexOf(finished);
      }
      at++;
    }
  }

  /** Tick at which the first job arrives; Infinity where none does. */
  get firstArrival(): number {
    return this.#arrival[0] ?? Infinity;
  }

  /** The jobs that have joined by the end of a step, and the ends of those that are over by then, added up. */
  upTo(step: number): FigureSums {
    const sums = new FigureSums();
    for (let at = 0; at < this.#joined.length && (this.#joined[at] as number) <= step; at++) {
      const arrival = this.#arrival[at] as number;
      sums.join(arrival);
      if ((this.#ended[at] as number) > step) continue;
      const finish = finishes[this.#finish[at] as number] as Finish;
      sums.finish(arrival, this.#end[at] as number, this.#held[at] as number, finish);
    }
    return sums;
  }
}
