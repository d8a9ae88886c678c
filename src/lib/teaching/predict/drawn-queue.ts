import type { Stream } from '#lib/base/random/index.ts';
import { between, gpuNodes, gpus, jobNames, type Sketch } from './draw.ts';

/** A few jobs that come one after the other to one or two nodes and soon have to wait: something happens all the time. */
export function drawnQueue(s: Stream): Sketch {
  const offers = Array.from({ length: between(s, 1, 2) }, () => between(s, 2, 6));
  const most = Math.max(...offers);
  return {
    cluster: { nodes: gpuNodes(offers) },
    policy: { preset: 'textbook', blocked: 'skip' },
    jobs: jobNames(s, between(s, 4, 5)).map((name, i) => ({
      name,
      arrival: `${i === 0 ? 0 : 4 * i + s.intBelow(4)}s`,
      service: `${between(s, 15, 50)}s`,
      resources: gpus(between(s, 1, most))
    }))
  };
}
