import type { Measured } from '#lib/allocator/worker/index.ts';
import type { Family, ParameterId, Values } from '#lib/teaching/measure/index.ts';
import type { MeasureOptions } from './bench.svelte.ts';
import { countInWorker } from './count-in-worker.ts';

/** Something that can be run with any number of jobs. */
export interface Experiment {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** What it can be set to. */
  readonly parameters: readonly ParameterId[];
  /** The most jobs it can be run with before a visitor has lost patience. */
  readonly most: number;
  readonly measure: (n: number, values: Values, options: MeasureOptions) => Promise<Measured>;
}

/** A family of scenarios as an experiment whose runs are counted off the main thread. */
export const experimentOf = <P extends ParameterId>(family: Family<P>): Experiment => ({
  id: family.id,
  name: family.name,
  about: family.about,
  parameters: family.parameters,
  most: family.mostTasks,
  measure: (n, values, options) => countInWorker(family.scenario(n, values), options)
});
