import type { Measured } from '#lib/allocator/worker/index.ts';
import { countInWorker } from './count-in-worker.ts';
import type { Experiment } from './measured.ts';

const gpu = { limits: { 'nvidia.com/gpu': 1 } };

const atOnce = (blocked: 'skip' | 'block') => (n: number) => ({
  schema: 1,
  id: `at-once-${blocked}`,
  cluster: { nodes: [{ name: 'node', allocatable: { 'nvidia.com/gpu': 1 } }] },
  policy: { blocked },
  jobs: [{ name: 'job', count: n, arrival: '0s', service: '10s', resources: gpu }]
});

const experiment = (
  id: string,
  name: string,
  about: string,
  most: number,
  scenario: (n: number) => object
): Experiment<Measured> => ({ id, name, about, most, measure: (n, options) => countInWorker(scenario(n), options) });

/** What can be run with more and more jobs. */
export const experiments: readonly [Experiment<Measured>, ...Experiment<Measured>[]] = [
  experiment(
    'all',
    'Everyone in each pass',
    'All ask at once for one GPU; after each release all who wait are checked.',
    5120,
    atOnce('skip')
  ),
  experiment(
    'turn',
    'Each in its turn',
    'All ask at once for one GPU; only the first in the queue is checked.',
    1_000_000,
    atOnce('block')
  )
];
