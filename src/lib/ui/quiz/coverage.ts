/** What somebody has met of the chart. Brings the engine along for questions made new, so it is imported when asked for. */
import { arrowsOfGenerated, arrowsOfPrediction, generatedItem, type Decisions } from '#lib/teaching/predict/index.ts';
import { coverageOf, type Covered, type Entry } from '#lib/teaching/progress/index.ts';

/** Which arrows of the chart the questions of the site are about. */
export interface About {
  /** Ids of arrows by authored item. */
  readonly items: Readonly<Record<string, readonly string[]>>;
  /** The runs of the site, for the predictions made in them. */
  readonly runs: readonly Decisions[];
}

/** Every arrow of the chart with the answers given about it. Questions that were made new are made again. */
export function coverage(entries: readonly Entry[], { items, runs }: About): Covered[] {
  const made = new Map<string, readonly string[]>();
  const ofMade = (id: string): readonly string[] => {
    const known = made.get(id) ?? arrowsOfMade(id);
    made.set(id, known);
    return known;
  };
  return coverageOf(entries, ({ item, kind }) =>
    kind === 'gate' ? arrowsOfPrediction(item, runs) : (items[item] ?? ofMade(item))
  );
}

function arrowsOfMade(id: string): readonly string[] {
  const item = generatedItem(id);
  return item === undefined ? [] : arrowsOfGenerated(item);
}
