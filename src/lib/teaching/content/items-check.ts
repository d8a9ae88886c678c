import type { Path, Place } from '#lib/base/input/index.ts';
import { keyOf, keyValueOf, optionsOf, type Item } from '#lib/teaching/quiz/index.ts';
import { agrees, recompute } from './items-facts.ts';
import { checkKnown } from './lists/entries.ts';
import type { Report } from './problem.ts';
import type { RunShelf } from './runs/run-shelf.ts';

/** What items may refer to. */
export interface ItemShelf {
  readonly runs: RunShelf;
  /** Ids of the sources. */
  readonly sources: ReadonlySet<string>;
  /** Ids of the objectives. */
  readonly objectives: ReadonlySet<string>;
}

/** Where the parts of one item stand in its file. */
export type PlaceOf = (path: Path) => Place;

/** Reports everything wrong with one item that its schema cannot know. */
export function checkItem(item: Item, at: PlaceOf, shelf: ItemShelf, report: Report): void {
  if (item.check.length === 0 && item.source.length === 0)
    report.add(at([]), `item "${item.id}" has neither a check nor a source`);
  checkKnown('objective', item.objective, shelf.objectives, at(['objective']), report);
  for (const [i, source] of item.source.entries())
    checkKnown('source', source, shelf.sources, at(['source', i]), report);
  checkOptions(item, at, report);
  checkFacts(item, at, shelf.runs, report);
}

function checkOptions(item: Item, at: PlaceOf, report: Report): void {
  const seen = new Set<string>();
  for (const option of optionsOf(item).map((o) => o.trim().toLowerCase())) {
    if (seen.has(option)) report.add(at([]), `item "${item.id}" offers "${option}" twice`);
    seen.add(option);
  }
}

function checkFacts(item: Item, at: PlaceOf, runs: RunShelf, report: Report): void {
  for (const [i, fact] of item.check.entries()) {
    const place = at(['check', i]);
    const recomputed = recompute(fact, runs);
    const said = fact.is ?? keyValueOf(item);
    if ('problem' in recomputed) report.add(place, `item "${item.id}" cannot be checked: ${recomputed.problem}`);
    else if (!agrees(said, recomputed.value))
      report.add(place, `item "${item.id}" says ${shown(said)}, the run gives ${shown(recomputed.value)}`);
  }
}

const shown = (value: number | string | readonly string[]): string =>
  typeof value === 'object' ? `[${value.join(', ')}]` : JSON.stringify(value);

/**
 * Reports a file in which picking the longest option always earns full marks. Learners find that out before they learn
 * anything else.
 */
export function checkLengths(items: readonly Item[], at: PlaceOf, report: Report): void {
  const picks = items.flatMap((item, i) => (item.type === 'one' ? [{ item, i }] : []));
  if (picks.length === 0 || !picks.every(({ item }) => keyIsLongest(item))) return;
  for (const { item, i } of picks)
    report.add(at([i]), `item "${item.id}": the key is the longest option, as in every item of this file`);
}

function keyIsLongest(item: Item): boolean {
  const lengths = optionsOf(item).map((o) => o.length);
  const key = lengths[keyOf(item) as number] as number;
  return lengths.filter((length) => length >= key).length === 1;
}
