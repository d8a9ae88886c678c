import { chart } from './chart.ts';
import { compile, next as nextInTable, type Table } from './table.ts';

type States = (typeof chart)['states'];
type Leaf<K extends keyof States> = States[K] extends { states: infer Sub } ? `${K}.${keyof Sub & string}` : K;
type EventsOf<N> = N extends { on: infer On } ? keyof On & string : never;
type GuardsOf<E> = E extends { guard: infer G } ? G : never;
type EdgesOf<N> = N extends { on: infer On }
  ? On[keyof On] extends infer E
    ? E extends readonly (infer X)[]
      ? X
      : E
    : never
  : never;

/** A leaf state of the chart, `waiting.queued`. */
export type StateName = { [K in keyof States]: Leaf<K> }[keyof States];
/** An event of the chart. */
export type EventName = { [K in keyof States]: EventsOf<States[K]> }[keyof States];
/** A guard of the chart. `mustQueue` is not one: it is what is left when none holds. */
export type GuardName = GuardsOf<{ [K in keyof States]: EdgesOf<States[K]> }[keyof States]>;

/** The chart, compiled when the module is loaded. */
export const table: Table = compile(chart);

const lookUp = <N extends string>(names: readonly string[]): Readonly<Record<N, number>> =>
  Object.fromEntries(names.map((name, i) => [name, i])) as Record<N, number>;

/** Index of each leaf state in the table. */
export const stateId: Readonly<Record<StateName, number>> = lookUp(table.states);
/** Index of each event in the table. */
export const eventId: Readonly<Record<EventName, number>> = lookUp(table.events);
/** Index of each guard in the table; its bit in `truths` is `1 << guardId[name]`. */
export const guardId: Readonly<Record<GuardName, number>> = lookUp(table.guards);

/** The transition that an event takes, -1 where the chart refuses it. See `next` of the table. */
export const next = (state: number, event: number, truths = 0): number => nextInTable(table, state, event, truths);

/** Name of a leaf state by index. */
export const stateName = (state: number): StateName => table.states[state] as StateName;
/** Name of an event by index. */
export const eventName = (event: number): EventName => table.events[event] as EventName;
