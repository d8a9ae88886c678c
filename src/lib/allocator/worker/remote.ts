import type { Counts, FinishedRun, Gathered, RunEnd, Steps } from '#lib/allocator/sim/index.ts';
import { RECENT, type RemoteEvidence, type Trace } from '#lib/allocator/trace/index.ts';
import type { Answer } from './protocol.ts';

/** What some steps compared, as it is being gathered elsewhere. */
export interface Gathering {
  readonly answer: Promise<Answer<Gathered>>;
  /** Says that nobody waits for it any more. */
  cancel(): void;
}

/** Steps ahead of the present one that are fetched with it: whoever goes on finds the next ones there. */
const AHEAD = 64;
/** Steps fetched at once, and the verdicts on nodes that this may come to: more of them take long to send. */
const MOST_STEPS = 512;
const MOST_VERDICTS = 16_384;
/** Chunks that are kept beside those around the present step. */
const KEPT = 16;

/** A finished run whose evidence is gathered elsewhere, around the step that is shown. */
export function remoteRun(trace: Trace, counts: Counts, end: RunEnd, gather: (steps: Steps) => Gathering): FinishedRun {
  const evidence = new Fetched(trace, gather);
  return {
    trace,
    counts,
    end,
    remote: evidence,
    evidenceAt: (step) => evidence.of(step)?.checks.get(step),
    scalingAt: (step) => evidence.of(step)?.scalings.get(step),
    pressureAt: (step) => evidence.of(step)?.pressures.get(step)
  };
}

/** Chunks that are being fetched. */
interface Fetch {
  readonly begin: number;
  readonly end: number;
  readonly done: Promise<void>;
  cancel(): void;
}

/** What has been fetched, in chunks of steps; those far from the present step are let go. */
class Fetched implements RemoteEvidence {
  readonly #size: number;
  readonly #chunks = new Map<number, Gathered>();
  #fetch: Fetch | undefined;

  constructor(
    readonly trace: Trace,
    readonly gather: (steps: Steps) => Gathering
  ) {
    const { nodes } = trace.scenario;
    this.#size = Math.max(1, Math.min(MOST_STEPS, Math.floor(MOST_VERDICTS / nodes.length)));
  }

  of(step: number): Gathered | undefined {
    return this.#chunks.get(this.#chunkOf(step));
  }

  has(step: number): boolean {
    return this.of(step) !== undefined && this.of(Math.max(0, step - 1)) !== undefined;
  }

  fetch(step: number): Promise<void> | undefined {
    const first = this.#chunkOf(Math.max(0, step - RECENT));
    const last = this.#chunkOf(Math.min(this.trace.last, step + AHEAD));
    const missing = range(first, last).filter((chunk) => !this.#chunks.has(chunk));
    const [begin, end] = [missing[0], missing.at(-1)];
    const under = this.#fetch;
    if (begin !== undefined && end !== undefined && under !== undefined && under.begin <= begin && end <= under.end)
      return under.done;
    under?.cancel();
    this.#fetch = begin === undefined || end === undefined ? undefined : this.#start(begin, end, step);
    return this.#fetch?.done;
  }

  #start(begin: number, end: number, step: number): Fetch {
    const steps = { from: begin * this.#size, to: Math.min((end + 1) * this.#size, this.trace.last + 1) };
    const { answer, cancel } = this.gather(steps);
    const take = (settled: Answer<Gathered>): void => {
      if (this.#fetch === fetch) this.#fetch = undefined;
      if (!settled.ok) {
        if (settled.why === 'cancelled') return;
        throw new Error(settled.why === 'failed' ? settled.message : 'the scenario does not read any more');
      }
      // They share what was gathered at once, which is let go with the last of them.
      for (const chunk of range(begin, end)) this.#chunks.set(chunk, settled.value);
      this.#forget(this.#chunkOf(step));
    };
    const fetch: Fetch = { begin, end, done: answer.then(take), cancel };
    return fetch;
  }

  #forget(present: number): void {
    const around = Math.ceil(RECENT / this.#size) + KEPT;
    for (const chunk of this.#chunks.keys()) if (Math.abs(chunk - present) > around) this.#chunks.delete(chunk);
  }

  #chunkOf(step: number): number {
    return Math.floor(step / this.#size);
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
