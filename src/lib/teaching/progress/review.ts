import { isRight, type Confidence, type Item } from '#lib/teaching/quiz/index.ts';
import type { TimedAnswer } from './answers.ts';
import type { Entry } from './entry.ts';
import { evenSpacing, type Recall, type Scheduler } from './schedule.ts';

/** A kind of question that is made new each time it is asked; the ids of its questions begin with its own and `@`. */
interface Kind {
  readonly id: string;
  readonly revision: number;
}

/** An answer as the review sees it, with what it was an answer to: an item, or any question of a kind. */
export interface Recalled<T> extends Recall {
  readonly of: T;
  readonly confidence: Confidence | null | undefined;
}

/** The answers to authored items, for the review. */
export const recallsOf = (answers: readonly TimedAnswer[]): Recalled<Item>[] =>
  answers.map(({ item, at, score, confidence }) => ({ of: item, at, score, confidence }));

/**
 * The answers of a log to questions that were made new, by their kind: such a question comes back as another of its kind.
 * Those to an older revision of a kind are left out.
 */
export function recallsOfKinds<K extends Kind>(kinds: readonly K[], entries: readonly Entry[]): Recalled<K>[] {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  return entries.flatMap(({ item, revision, at, score, confidence }) => {
    const kind = item.includes('@') ? byId.get(item.slice(0, item.indexOf('@'))) : undefined;
    return kind?.revision === revision ? [{ of: kind, at, score, confidence }] : [];
  });
}

/** What there is to review. */
export interface Review<T> {
  /** What to ask now: sure mistakes, other misses, then whatever has been due for longest. */
  readonly due: readonly T[];
  /** When the next one comes due, in milliseconds since 1970; undefined where nothing else was ever answered. */
  readonly next: number | undefined;
}

/** What is to be reviewed at a moment, from all answers given so far in the order in which they were given. */
export function reviewAt<T>(
  now: number,
  recalls: readonly Recalled<T>[],
  schedule: Scheduler = evenSpacing
): Review<T> {
  const plans = [...grouped(recalls)].map(([of, given]) => ({
    of,
    at: schedule(given),
    rank: urgency(given.at(-1) as Recalled<T>)
  }));
  const later = plans.filter(({ at }) => at > now).map(({ at }) => at);
  return {
    due: plans
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
      .map(({ of }) => of),
    next: later.length === 0 ? undefined : Math.min(...later)
  };
}

function grouped<T>(recalls: readonly Recalled<T>[]): Map<T, Recalled<T>[]> {
  const groups = new Map<T, Recalled<T>[]>();
  for (const recall of recalls) {
    const group = groups.get(recall.of);
    if (group === undefined) groups.set(recall.of, [recall]);
    else group.push(recall);
  }
  return groups;
}

function urgency(last: Recalled<unknown>): number {
  if (isRight(last)) return 2;
  return last.confidence === 'sure' ? 0 : 1;
}
