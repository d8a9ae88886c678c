import type { ScenarioInput } from '#lib/allocator/scenario/index.ts';
import type { Stream } from '#lib/base/random/index.ts';

/** What a template says of a scenario it draws; the header is added for it. */
export type Sketch = Omit<ScenarioInput, 'schema' | 'id' | 'title'>;

/** A whole number from `least` to `most`, each equally likely. */
export const between = (s: Stream, least: number, most: number): number => least + s.intBelow(most - least + 1);

/** One of some entries, each equally likely. The list is not empty. */
export const pick = <T>(s: Stream, entries: readonly T[]): T => entries[s.intBelow(entries.length)] as T;

export const GPU = 'nvidia.com/gpu';

/** Resources of a job that asks for whole GPUs. */
export const gpus = (n: number): { limits: Record<string, number> } => ({ limits: { [GPU]: n } });

/** Nodes that offer GPUs, named node-a, node-b … in the order given. */
export const gpuNodes = (offers: readonly number[]): Sketch['cluster']['nodes'] =>
  offers.map((n, i) => ({ name: nodeNames[i] as string, allocatable: { [GPU]: n } }));

const nodeNames = ['node-a', 'node-b', 'node-c', 'node-d'];

/** Different names for some jobs. */
export const jobNames = (s: Stream, n: number): string[] => s.shuffle(names).slice(0, n);

const names = [
  'train',
  'eval',
  'tune',
  'index',
  'embed',
  'score',
  'clean',
  'label',
  'merge',
  'probe',
  'sweep',
  'bench'
];
