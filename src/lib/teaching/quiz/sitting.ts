import type { Response } from './item-type.ts';
import type { Item } from './schema/item.ts';
import { scoreOf } from './types.ts';
import { missed } from './verdict.ts';

/** How sure a learner said they were; saying it costs nothing. */
export type Confidence = 'guess' | 'fairly' | 'sure';

/** What came of one item of a sitting. `response` is null for somebody who did not know or looked at the solution. */
export interface Answer {
  readonly item: Item;
  readonly response: Response | null;
  /** 0 to 1. */
  readonly score: number;
  readonly confidence: Confidence | undefined;
  readonly hints: number;
}

/**
 * In practice each answer is explained at once, and what was missed is asked once more at the end; in a test nothing is
 * explained until the end.
 */
export type SittingKind = 'practice' | 'test';

/** One sitting: items in order, and what was answered so far. Plain data, changed by `sit` alone. */
export interface Sitting {
  readonly kind: SittingKind;
  readonly items: readonly Item[];
  readonly answers: readonly Answer[];
  /** Asking for an item, explaining the answer just given, or over. */
  readonly phase: 'asking' | 'explaining' | 'over';
  readonly hints: number;
}

/** What a learner can do in a sitting. */
export type SittingCommand =
  | { readonly type: 'answer'; readonly response: Response; readonly confidence?: Confidence | undefined }
  | { readonly type: 'hint' }
  | { readonly type: 'giveUp' }
  | { readonly type: 'next' }
  /** Asks for the item given, or for the one still to come that is most like the present one. */
  | { readonly type: 'another'; readonly item?: Item | undefined };

/** A sitting before its first answer; one without items is over. */
export function beginSitting(kind: SittingKind, items: readonly Item[]): Sitting {
  return { kind, items, answers: [], phase: items.length === 0 ? 'over' : 'asking', hints: 0 };
}

/** The item that is asked or explained now; undefined when the sitting is over. */
export function currentItem({ items, answers, phase }: Sitting): Item | undefined {
  return phase === 'over' ? undefined : items[phase === 'explaining' ? answers.length - 1 : answers.length];
}

/** The sitting after a command; the same one where the command has no place in the present phase. */
export function sit(sitting: Sitting, command: SittingCommand): Sitting {
  return sitting.phase === 'asking' ? whileAsking(sitting, command) : whileExplaining(sitting, command);
}

function whileAsking(sitting: Sitting, command: SittingCommand): Sitting {
  const item = currentItem(sitting);
  if (item === undefined) return sitting;
  const { hints } = sitting;
  switch (command.type) {
    case 'answer': {
      const { response, confidence } = command;
      return answered(sitting, { item, response, score: scoreOf(item, response), confidence, hints });
    }
    case 'giveUp':
      return answered(sitting, { item, response: null, score: 0, confidence: undefined, hints });
    case 'hint':
      return sitting.kind === 'test' ? sitting : { ...sitting, hints: 1 };
    default:
      return sitting;
  }
}

function answered(sitting: Sitting, answer: Answer): Sitting {
  const answers = [...sitting.answers, answer];
  return sitting.kind === 'practice' ? { ...sitting, answers, phase: 'explaining' } : asking({ ...sitting, answers });
}

function whileExplaining(sitting: Sitting, command: SittingCommand): Sitting {
  if (sitting.phase !== 'explaining') return sitting;
  if (command.type === 'next') return asking(sitting);
  return command.type === 'another' ? asking(withNext(sitting, command.item ?? nextLikeThis(sitting))) : sitting;
}

function asking(sitting: Sitting): Sitting {
  const items = [...sitting.items, ...missedOnce(sitting)];
  return { ...sitting, items, phase: sitting.answers.length < items.length ? 'asking' : 'over', hints: 0 };
}

/** What a practice asks once more, now that everything has been asked. */
function missedOnce({ kind, items, answers }: Sitting): Item[] {
  if (kind === 'test' || answers.length < items.length) return [];
  return missed(answers)
    .map(({ item }) => item)
    .filter((item) => items.indexOf(item) === items.lastIndexOf(item));
}

/** Whether the item that is asked or explained now was missed before in this sitting. */
export function isRepeat({ items, answers, phase }: Sitting): boolean {
  const now = phase === 'explaining' ? answers.length - 1 : answers.length;
  return phase !== 'over' && items.indexOf(items[now] as Item) < now;
}

/** The item still to come that is most like the present one: same objective first, then same difficulty. */
export function nextLikeThis(sitting: Sitting): Item | undefined {
  const now = currentItem(sitting);
  const later = sitting.items.slice(sitting.answers.length);
  return (
    later.find(({ objective }) => objective === now?.objective) ??
    later.find(({ difficulty }) => difficulty === now?.difficulty)
  );
}

function withNext(sitting: Sitting, next: Item | undefined): Sitting {
  if (next === undefined) return sitting;
  const done = sitting.answers.length;
  const rest = sitting.items.slice(done).filter((item) => item !== next);
  return { ...sitting, items: [...sitting.items.slice(0, done), next, ...rest] };
}

/**
 * A sitting taken up again from the answers kept of it, in the order given. Answers to items that it does not ask, or
 * asks in another revision, are left out.
 */
export function resumeSitting(sitting: Sitting, kept: readonly Answer[]): Sitting {
  const [first, second] = [new Map<string, Answer>(), new Map<string, Answer>()];
  for (const answer of kept) {
    const { id } = answer.item;
    const round = first.has(id) ? second : first;
    if (!round.has(id)) round.set(id, answer);
  }
  const resumed = taken(sitting, first);
  // Items are asked a second time only behind all others.
  return resumed.items.length > sitting.items.length ? taken(resumed, second) : resumed;
}

/** The sitting with those of its open items answered that have an answer. */
function taken(sitting: Sitting, given: ReadonlyMap<string, Answer>): Sitting {
  const done = sitting.answers.length;
  const open = sitting.items.slice(done);
  const answers = open.flatMap((item) => {
    const answer = given.get(item.id);
    return answer?.item.revision === item.revision ? [{ ...answer, item }] : [];
  });
  const answered = new Set(answers.map(({ item }) => item));
  return asking({
    ...sitting,
    items: [...sitting.items.slice(0, done), ...answered, ...open.filter((item) => !answered.has(item))],
    answers: [...sitting.answers, ...answers]
  });
}
