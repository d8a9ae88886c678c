import type { EventName, GuardName, StateName } from './lifecycle.ts';
import { isFinal, takersOf, waysOf, type Turn } from './walk.ts';
import { eventWords, guardWords, stateWords } from './words.ts';

/** Why a state refuses an event, in a learner's words: which states take it, or that nothing happens any more. */
export function refusal(state: StateName, event: EventName): string {
  if (isFinal(state)) return `This request has come to its end (${stateWords[state]}): it takes no event any more.`;
  const words = eventWords[event];
  const takers = takersInWords(event);
  return `“${words.charAt(0).toUpperCase()}${words.slice(1)}” means nothing to a request that is ${stateWords[state]}. Only one that is ${either(takers)} takes it.`;
}

/** The four ways of waiting take the same events, so they are named once. */
const takersInWords = (event: EventName): string[] => [
  ...new Set(takersOf(event).map((state) => (state.startsWith('waiting.') ? 'waiting' : stateWords[state])))
];

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) as string}`;

/** What a way of an event says: the guard that must hold, or what is left when none does. */
export const wayWords = (event: EventName, guard: GuardName | undefined): string =>
  guard !== undefined ? guardWords[guard] : event === 'decide' ? guardWords.mustQueue : 'none of these holds';

/** What a turn came from: `the check is over: it fits now`. An event that leads one way needs no second half. */
export function turnWords({ event, from, truths }: Turn): string {
  const ways = waysOf(from, event, truths);
  const held = ways.find(({ holds }) => holds);
  return ways.length < 2 || held === undefined
    ? eventWords[event]
    : `${eventWords[event]}: ${wayWords(event, held.guard)}`;
}
