/**
 * Random: seeded streams, one a purpose, and samplers of the distributions that workloads need. The same seed gives the
 * same bits on every machine and in every browser: nothing here depends on what an engine may choose.
 *
 * @module
 */
export { exp, log } from './elementary.ts';
export { constant, exponential, fill, lognormal, normal, type Sampler, uniform } from './samplers.ts';
export { type Stream, stream } from './stream.ts';
