import * as v from 'valibot';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const response = v.union([v.number(), v.string(), v.array(v.number()), v.array(v.string())]);

/** Where an answer was given; `drill` is somebody's own mark for what they said aloud, `game` a whole game's moves. */
export const entryKinds = ['practice', 'test', 'review', 'gate', 'drill', 'game'] as const;

/** One answer as the log keeps it, schema 1. Entries are added and never changed. */
export const entrySchema = v.object({
  v: v.literal(1),
  /** Device and counter, joined: unique among all entries of all devices. */
  id: name,
  device: name,
  /** Counts the answers given on a device, from 1. */
  counter: v.pipe(whole, v.minValue(1)),
  /** Milliseconds since 1970, by the clock of the device. */
  at: whole,
  kind: v.picklist(entryKinds),
  item: name,
  revision: v.pipe(whole, v.minValue(1)),
  /** The sitting that the answer belongs to. */
  attempt: name,
  /** Null for somebody who did not know. */
  response: v.nullable(response),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  confidence: v.nullable(v.picklist(['guess', 'fairly', 'sure'])),
  hints: whole
});

export type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/** An answer before a store has numbered it. */
export type NewEntry = Omit<Entry, 'v' | 'id' | 'device' | 'counter'>;

/** The entry that a device makes of an answer. */
export const numbered = (answer: NewEntry, device: string, counter: number): Entry => ({
  v: 1,
  id: `${device}:${counter}`,
  device,
  counter,
  ...answer
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of a log: by time, and entries of the same millisecond by device and counter. */
export const inLogOrder = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted((a, b) => a.at - b.at || compare(a.device, b.device) || a.counter - b.counter);
