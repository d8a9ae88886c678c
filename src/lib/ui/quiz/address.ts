import type { SittingKind } from '#lib/teaching/quiz/index.ts';

/** What the address of the quiz page asks for. */
export interface QuizAddress {
  readonly kind: SittingKind;
  readonly topic: string;
  readonly seed: number;
}

const kinds: readonly SittingKind[] = ['practice', 'test'];

/** Seeds in links stay short enough to read aloud. */
export const seedsBelow = 10_000;

/** Reads `?test=7&topic=all`; undefined where the address asks for nothing, or for something that is not there. */
export function readAddress(query: URLSearchParams, topics: readonly string[]): QuizAddress | undefined {
  const topic = query.get('topic') ?? 'all';
  const kind = kinds.find((name) => query.has(name));
  const seed = kind === undefined ? '' : (query.get(kind) ?? '');
  if (kind === undefined || !/^[0-9]{1,9}$/.test(seed) || !topics.includes(topic)) return undefined;
  return { kind, topic, seed: Number(seed) };
}

/** The query of an address: `?test=7&topic=all`. */
export const queryOf = ({ kind, topic, seed }: QuizAddress): string => `?${kind}=${seed}&topic=${topic}`;

/** The name that the log gives to a sitting: the `n`th time that somebody takes it, counted from 1. */
export const attemptName = ({ kind, topic, seed }: QuizAddress, n: number): string => `${kind}/${topic}/${seed}/${n}`;

/** Which time it is for somebody with these attempts in the log: the last one begun, or the first. */
export function lastAttempt(address: QuizAddress, attempts: ReadonlySet<string>): number {
  let n = 1;
  while (attempts.has(attemptName(address, n + 1))) n++;
  return n;
}
