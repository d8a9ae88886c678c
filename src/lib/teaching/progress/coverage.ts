import { arrows, type Arrow } from '#lib/allocator/lifecycle/index.ts';
import type { Entry } from './entry.ts';

/** How somebody stands with one arrow of the chart. */
export interface Covered {
  readonly arrow: Arrow;
  /** Answers about it. */
  readonly met: number;
  /** Those with full marks. */
  readonly right: number;
  /** Those that were given as sure and were wrong. */
  readonly sureWrong: number;
}

/** Every arrow of the chart, in its order, with the answers of a log about it. `about` gives the arrows of an answer by id. */
export function coverageOf(entries: readonly Entry[], about: (entry: Entry) => readonly string[]): Covered[] {
  const of = new Map<string, Entry[]>(arrows.map(({ id }) => [id, []]));
  for (const entry of entries) for (const id of new Set(about(entry))) of.get(id)?.push(entry);
  return arrows.map((arrow) => {
    const met = of.get(arrow.id) ?? [];
    const wrong = met.filter(({ score }) => score < 1);
    return {
      arrow,
      met: met.length,
      right: met.length - wrong.length,
      sureWrong: wrong.filter(({ confidence }) => confidence === 'sure').length
    };
  });
}
