import {
  eventId,
  guardId,
  next,
  stateId,
  stateName,
  table,
  type EventName,
  type GuardName,
  type StateName
} from './lifecycle.ts';
import type { Transition } from './table.ts';

/** An event sent to a request, and the guards that held when it came. */
export interface Move {
  readonly event: EventName;
  readonly truths: readonly GuardName[];
}

/** A move and where it led. */
export interface Turn extends Move {
  readonly from: StateName;
  readonly to: StateName;
}

/** One way that an event can lead from a state; `guard` is undefined for the way without one. */
export interface Way {
  readonly guard: GuardName | undefined;
  readonly to: StateName;
  /** False for those behind the first that holds. */
  readonly asked: boolean;
  readonly holds: boolean;
}

/** Moves that a link may have: more would not be read. */
export const LONGEST_WALK = 100;

/** The state in which every request begins. */
export const firstState: StateName = stateName(0);

const transitionAt = (id: number): Transition => table.transitions[id] as Transition;
const bitsOf = (truths: readonly GuardName[]): number =>
  truths.reduce((bits, guard) => bits | (1 << guardId[guard]), 0);

/** The ways that an event can lead from a state, in the order in which their guards are asked; none where it is refused. */
export function waysOf(state: StateName, event: EventName, truths: readonly GuardName[]): Way[] {
  const taken = next(stateId[state], eventId[event], bitsOf(truths));
  const ways: Way[] = [];
  let id = table.first[stateId[state] * table.events.length + eventId[event]] as number;
  for (let asked = true; id >= 0; id = table.alternative[id] as number) {
    const { guard, to } = transitionAt(id);
    ways.push({
      guard: guard < 0 ? undefined : (table.guards[guard] as GuardName),
      to: stateName(to),
      asked,
      holds: id === taken
    });
    if (id === taken) asked = false;
  }
  return ways;
}

/** The guards that an event asks for, in any state, in order. */
export const guardsOf = (event: EventName): readonly GuardName[] =>
  [...new Set(table.transitions.filter((t) => t.event === eventId[event] && t.guard >= 0).map((t) => t.guard))].map(
    (guard) => table.guards[guard] as GuardName
  );

/** The states that take an event, whatever its guards say. */
export const takersOf = (event: EventName): readonly StateName[] =>
  table.states.flatMap((_, state) =>
    (table.first[state * table.events.length + eventId[event]] as number) < 0 ? [] : [stateName(state)]
  );

/** Whether nothing can happen any more in a state. */
export const isFinal = (state: StateName): boolean => table.final[stateId[state]] === true;

/** Where a move leads; undefined where the chart refuses it. */
export function moved(from: StateName, { event, truths }: Move): Turn | undefined {
  const id = next(stateId[from], eventId[event], bitsOf(truths));
  return id < 0 ? undefined : { event, truths, from, to: stateName(transitionAt(id).to) };
}

/** Moves as text for an address, `check.decide-fits.start`: only the guards that the event asks for are written. */
export const writeWalk = (moves: readonly Move[]): string =>
  moves
    .map(({ event, truths }) => [event, ...guardsOf(event).filter((guard) => truths.includes(guard))].join('-'))
    .join('.');

/** A walk read from an address: as far as it can be followed, and whether all of it could. */
export interface ReadWalk {
  readonly turns: readonly Turn[];
  readonly damaged: boolean;
}

/** Follows a written walk from the first state, up to the first move that cannot be read or that the chart refuses. */
export function readWalk(text: string): ReadWalk {
  const turns: Turn[] = [];
  const written = text === '' ? [] : text.split('.');
  for (const word of written.slice(0, LONGEST_WALK)) {
    const move = readMove(word);
    const turn = move === undefined ? undefined : moved(turns.at(-1)?.to ?? firstState, move);
    if (turn === undefined) return { turns, damaged: true };
    turns.push(turn);
  }
  return { turns, damaged: written.length > LONGEST_WALK };
}

function readMove(word: string): Move | undefined {
  const [event = '', ...truths] = word.split('-');
  if (!table.events.includes(event)) return undefined;
  const known: readonly string[] = guardsOf(event as EventName);
  return truths.every((guard) => known.includes(guard))
    ? { event: event as EventName, truths: truths as GuardName[] }
    : undefined;
}
