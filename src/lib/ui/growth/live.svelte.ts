import type { MeasureOptions } from './bench.svelte.ts';

/** What was run for a question, in the order of its asks. */
export interface Shown<Q, T> {
  readonly question: Q;
  readonly results: readonly T[];
}

/** Runs that are made anew whenever a slider moves; the former results stay until all new ones are there. */
export class Live<Q, A, T> {
  shown = $state.raw<Shown<Q, T>>();
  /** Why there is no result; empty if nothing is wrong. */
  problem = $state('');
  #running: AbortController | undefined;

  /** @param run gives the result of one ask; rejects when it is aborted */
  constructor(readonly run: (ask: A, options: MeasureOptions) => Promise<T>) {}

  /** Makes the runs of a question, in their order, and ends those that are on their way. */
  async update(question: Q, asks: readonly A[]): Promise<void> {
    this.stop();
    const { signal } = (this.#running = new AbortController());
    try {
      const results: T[] = [];
      for (const ask of asks) results.push(await this.run(ask, { signal, onProgress: () => undefined }));
      if (signal.aborted) return;
      this.shown = { question, results };
      this.problem = '';
    } catch (error) {
      if (!signal.aborted) this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  /** Ends what goes on. What was shown stays. */
  stop(): void {
    this.#running?.abort();
  }
}
