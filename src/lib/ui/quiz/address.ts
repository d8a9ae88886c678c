import type { SittingKind } from '#lib/teaching/quiz/index.ts';

/** Items of the bank, by topic. */
interface BankAddress {
  readonly kind: SittingKind;
  readonly topic: string;
  readonly seed: number;
}

/** New items from runs, by kind of question or by objective. */
interface NewAddress {
  readonly kind: 'practice';
  readonly from: string;
  readonly seed: number;
}

/** What the address of the quiz page asks for. */
export type QuizAddress = BankAddress | NewAddress;

const kinds: readonly SittingKind[] = ['practice', 'test'];

/** Seeds in links stay short enough to read aloud. */
export const seedsBelow = 10_000;

/**
 * Reads `?test=7&topic=all` or `?practice=7&from=fits`; undefined where the address asks for nothing, or for something
 * that is not there.
 */
export function readAddress(
  query: URLSearchParams,
  topics: readonly string[],
  newTopics: readonly string[] = []
): QuizAddress | undefined {
  const topic = query.get('topic') ?? 'all';
  const from = query.get('from');
  const kind = kinds.find((name) => query.has(name));
  const seed = kind === undefined ? '' : (query.get(kind) ?? '');
  if (kind === undefined || !/^[0-9]{1,9}$/.test(seed)) return undefined;
  if (from === null) return topics.includes(topic) ? { kind, topic, seed: Number(seed) } : undefined;
  return kind === 'practice' && newTopics.includes(from) ? { kind, from, seed: Number(seed) } : undefined;
}

/** The query of an address: `?test=7&topic=all`. */
export const queryOf = (address: QuizAddress): string =>
  `?${address.kind}=${address.seed}&${'from' in address ? `from=${address.from}` : `topic=${address.topic}`}`;

/** The name that the log gives to a sitting: the `n`th time that somebody takes it, counted from 1. */
export const attemptName = (address: QuizAddress, n: number): string =>
  `${address.kind}/${'from' in address ? `new/${address.from}` : address.topic}/${address.seed}/${n}`;

/** Which time it is for somebody with these attempts in the log: the last one begun, or the first. */
export function lastAttempt(address: QuizAddress, attempts: ReadonlySet<string>): number {
  let n = 1;
  while (attempts.has(attemptName(address, n + 1))) n++;
  return n;
}
