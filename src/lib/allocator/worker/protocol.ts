import type { Problem } from '#lib/base/input/index.ts';
import type { Gathered, Steps } from '#lib/allocator/sim/index.ts';
import type { Manner, Measured, Recorded } from './task.ts';

/**
 * Goes up with every change of the messages. A page and a worker of different versions, one of them from a cache, must
 * not talk past each other.
 */
export const VERSION = 2;

/** A scenario as the text of its file, or as the data in it. */
export type Source = string | object;

/** What a page asks. `id` tells the answers to several asks apart. */
export type Ask = { readonly version: number; readonly id: number } & (Wish | { readonly ask: 'cancel' });

/** What is wanted of a scenario: what its run comes to, its records, or what the decisions in some steps compared. */
export type Wish =
  | { readonly ask: 'count' | 'run'; readonly source: Source; readonly manner: Manner }
  | { readonly ask: 'gather'; readonly source: Source; readonly steps: Steps };

/** What a wish comes to. */
export type Outcome = Measured | Recorded | Gathered;

/** What an ask came to: what was asked for, or why there is nothing. `problems` are those of the scenario. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'problems'; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly why: 'cancelled' }
  | { readonly ok: false; readonly why: 'failed'; readonly message: string };

/** What the worker tells: how far it is, 0 to 1, any number of times; then, once, the answer. */
export type Tell =
  | { readonly version: number; readonly id: number; readonly tell: 'progress'; readonly share: number }
  | {
      readonly version: number;
      readonly id: number;
      readonly tell: 'answer';
      readonly answer: Answer<Outcome>;
    };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether a message is an ask of this version. */
export const isAsk = (message: unknown): message is Ask =>
  isObject(message) &&
  message['version'] === VERSION &&
  typeof message['id'] === 'number' &&
  (message['ask'] === 'cancel' || isWish(message));

const isWish = ({ ask, source, manner, steps }: Record<string, unknown>): boolean =>
  (typeof source === 'string' || isObject(source)) &&
  (ask === 'gather' ? isObject(steps) : (ask === 'count' || ask === 'run') && isObject(manner));

/** Whether a message is a tell of this version. */
export const isTell = (message: unknown): message is Tell =>
  isObject(message) &&
  message['version'] === VERSION &&
  typeof message['id'] === 'number' &&
  (message['tell'] === 'progress' ? typeof message['share'] === 'number' : isObject(message['answer']));
