import type { Effort } from './counting.ts';
import { exponent } from './growth.ts';
import { line, type Goal, type Line } from './line.ts';
import { median } from './rounds.ts';
import type { PlacementFigures } from './timed/placement.ts';
import type { Tools } from './tools.ts';

const SIZES = [100, 1000, 10_000, 100_000] as const;
const RANKS = ['first-fit', 'best-fit', 'least-allocated'] as const;
const LOADS = [0.85, 0.97];

const flat: Goal = { of: 'value', is: 'at most', bound: 0.2 };

/** What it costs to find a node for a pod as clusters grow, by the index and by the scan over all nodes. */
export async function* placing(tools: Tools, { jobs, rounds }: Effort): AsyncGenerator<Line> {
  for (const rank of RANKS)
    for (const load of LOADS) {
      const name = `${rank} at ${load * 100} % load`;
      const costs: PlacementFigures[] = [];
      for (const nodes of SIZES) costs.push(await cost(tools, [rank, nodes, load, jobs / 5], Math.ceil(rounds / 3)));
      const indexed = costs.map((c) => c.indexed);
      const scanned = costs.map((c) => c.scanned);
      yield line(
        `${name}: growth of a placement from 100 to 100,000 nodes`,
        exponent(indexed, SIZES),
        'exponent',
        flat,
        {
          name: 'scan',
          value: exponent(scanned, SIZES),
          ratio: exponent(indexed, SIZES) / exponent(scanned, SIZES)
        },
        `ns on ${SIZES.join(', ')} nodes: ${rounded(indexed)}; scan: ${rounded(scanned)}`
      );
    }
}

/** Medians of some runs. */
async function cost(tools: Tools, words: readonly (string | number)[], runs: number): Promise<PlacementFigures> {
  const all: PlacementFigures[] = [];
  for (let run = 0; run < runs; run++) all.push(await tools.ask<PlacementFigures>('placement', ...words));
  return { indexed: median(all.map((f) => f.indexed)), scanned: median(all.map((f) => f.scanned)) };
}

const rounded = (nanos: readonly number[]): string => nanos.map(Math.round).join(', ');
