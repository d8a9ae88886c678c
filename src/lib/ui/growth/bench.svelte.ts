/** What was measured at one n. */
export interface Result<T> {
  readonly n: number;
  readonly measured: T;
}

export interface MeasureOptions {
  readonly signal: AbortSignal;
  /** Told how far it is, 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** Measures one size. Rejects with the signal's reason when it is aborted. */
export type Measure<T> = (n: number, options: MeasureOptions) => Promise<T>;

/** What goes on now. */
export type Progress = { readonly n: number; readonly done: number };

/** Measures several sizes one after another. A new run ends the former; whoever leaves ends both. */
export class Bench<T> {
  results = $state.raw<readonly Result<T>[]>([]);
  progress = $state.raw<Progress>();
  /** Why a run ended without all its results; empty if nothing is wrong. */
  problem = $state('');
  /** Whether the last run was cancelled by the learner. */
  cancelled = $state(false);
  #running: AbortController | undefined;

  /** Why not all was measured, in a sentence; empty if nothing is wrong. */
  get note(): string {
    return this.problem || (this.cancelled ? 'Cancelled.' : '');
  }

  /** Forgets what was measured and measures these sizes, the least first. */
  async run(sizes: readonly number[], measure: Measure<T>): Promise<void> {
    this.results = [];
    await this.add(sizes, measure);
  }

  /** Measures more sizes and keeps what was measured before. */
  async add(sizes: readonly number[], measure: Measure<T>): Promise<void> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.problem = '';
    this.cancelled = false;
    try {
      for (const n of sizes) await this.#one(n, measure, running.signal);
    } catch (error) {
      if (!running.signal.aborted) this.problem = error instanceof Error ? error.message : String(error);
    }
    if (this.#running !== running) return;
    this.progress = undefined;
    this.#running = undefined;
  }

  /** Ends what goes on, because the learner asked for it. What was measured stays. */
  cancel(): void {
    this.cancelled = this.#running !== undefined;
    this.stop();
  }

  /** Ends what goes on. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.progress = undefined;
  }

  async #one(n: number, measure: Measure<T>, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const onProgress = (done: number): void => {
      if (!signal.aborted) this.progress = { n, done };
    };
    onProgress(0);
    const measured = await measure(n, { signal, onProgress });
    signal.throwIfAborted();
    this.results = [...this.results, { n, measured }];
  }
}
