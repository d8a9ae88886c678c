import { arrowsIn } from '#lib/teaching/predict/index.ts';
import type { Fact, Item } from '#lib/teaching/quiz/index.ts';
import type { RunShelf, ShelvedRun } from './runs/run-shelf.ts';
import { runValue } from './runs/run-value.ts';

/** Ids of the arrows of the chart that an item is about: those that the steps take on which its key stands. */
export function arrowsOf(item: Item, runs: RunShelf): string[] {
  const steps = item.check.flatMap((fact) => stepOf(fact, runs));
  return [...new Set(steps.flatMap(({ shelved, step }) => arrowsIn(shelved.run.trace, step)))];
}

interface Place {
  readonly shelved: ShelvedRun;
  readonly step: number;
}

function at(run: string, set: string, step: number, runs: RunShelf): Place[] {
  const shelved = runs.get(run, set);
  return typeof shelved === 'string' ? [] : [{ shelved, step }];
}

/** The step that a fact speaks of: the one at which it looks, or the one that it names. */
function stepOf({ run, set, at: step, gives }: Fact, runs: RunShelf): Place[] {
  if (run === undefined) return [];
  if (step !== undefined) return at(run, set, step, runs);
  if (!gives.startsWith('step of ')) return [];
  return at(run, set, 0, runs).flatMap(({ shelved }) => {
    const named = runValue(shelved, gives);
    return 'value' in named && typeof named.value === 'number' ? [{ shelved, step: named.value }] : [];
  });
}
