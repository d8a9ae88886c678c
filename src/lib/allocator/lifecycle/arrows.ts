import { eventName, stateName, table, type EventName, type GuardName, type StateName } from './lifecycle.ts';
import { wayWords } from './walk-words.ts';
import { eventWords } from './words.ts';

/** One way of the chart from a state to a state: an event, and what had to hold where it can lead several ways. */
export interface Arrow {
  /** `checking.decide.fits`; never changes, since the names of the chart do not. */
  readonly id: string;
  readonly from: StateName;
  readonly event: EventName;
  /** Undefined where nothing has to hold, or where none of the others does. */
  readonly guard: GuardName | undefined;
  readonly to: StateName;
}

/** Every arrow of the chart; a transition of the table is the one at its own index. */
export const arrows: readonly Arrow[] = table.transitions.map(({ from, event, guard, to }) => {
  const name = guard < 0 ? undefined : (table.guards[guard] as GuardName);
  return {
    id: [stateName(from), eventName(event), ...(name === undefined ? [] : [name])].join('.'),
    from: stateName(from),
    event: eventName(event),
    guard: name,
    to: stateName(to)
  };
});

/** Whether what has to hold decides where the event leads: the outcomes of a check and of a release. */
export const isOutcome = ({ from, event, to }: Arrow): boolean =>
  arrows.some((other) => other.from === from && other.event === event && other.to !== to);

/** When an arrow is taken, in a learner's words: `it fits now`, `the grace period is over`. */
export const arrowWords = (arrow: Arrow): string =>
  isOutcome(arrow) ? wayWords(arrow.event, arrow.guard) : eventWords[arrow.event];
