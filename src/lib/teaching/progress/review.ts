import { isRight, type Item } from '#lib/teaching/quiz/index.ts';
import type { TimedAnswer } from './answers.ts';
import { evenSpacing, type Scheduler } from './schedule.ts';

/** What there is to review. */
export interface Review {
  /** Items to ask now: sure mistakes, other misses, then whatever has been due for longest. */
  readonly due: readonly Item[];
  /** When the next one comes due, in milliseconds since 1970; undefined where nothing else was ever answered. */
  readonly next: number | undefined;
}

/** What is to be reviewed at a moment, from all answers given so far. */
export function reviewAt(now: number, answers: readonly TimedAnswer[], schedule: Scheduler = evenSpacing): Review {
  const plans = [...groupByItem(answers)].map(([item, given]) => ({
    item,
    at: schedule(given),
    rank: urgency(given.at(-1) as TimedAnswer)
  }));
  const later = plans.filter(({ at }) => at > now).map(({ at }) => at);
  return {
    due: plans
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
      .map(({ item }) => item),
    next: later.length === 0 ? undefined : Math.min(...later)
  };
}

function groupByItem(answers: readonly TimedAnswer[]): Map<Item, TimedAnswer[]> {
  const groups = new Map<Item, TimedAnswer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.item);
    if (group === undefined) groups.set(answer.item, [answer]);
    else group.push(answer);
  }
  return groups;
}

function urgency(last: TimedAnswer): number {
  if (isRight(last)) return 2;
  return last.confidence === 'sure' ? 0 : 1;
}
