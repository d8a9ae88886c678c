/**
 * Questions made from runs in the browser. Brings the whole engine along, so pages import it at run time, when the first
 * one is asked for.
 */
import { stream } from '#lib/base/random/index.ts';
import { anotherLike, generate, generatedItem, templates, type TemplateId } from '#lib/teaching/predict/index.ts';
import type { Item } from '#lib/teaching/quiz/index.ts';
import type { NewKind } from './quiz-data.ts';

/** Questions in a practice of new ones. */
export const newPracticeLength = 10;

/** Seeds drawn for items; they stand in ids, so they stay short. */
const SEEDS = 1_000_000;

const isTemplate = (kind: string): kind is TemplateId => Object.hasOwn(templates, kind);

/** New questions of these kinds in turn, no two alike: the same for everybody with this seed. */
export function newItems(kinds: readonly string[], seed: number): Item[] {
  const known = kinds.filter(isTemplate);
  const s = stream(seed, `new ${known.join(' ')}`);
  const items: Item[] = [];
  for (let i = 0; known.length > 0 && i < newPracticeLength; i++)
    items.push(unlike(items, known[i % known.length] as TemplateId, s.intBelow(SEEDS)));
  return items;
}

/**
 * A new question of one of these kinds that a sitting has not asked. The same attempt, asked items and present item give
 * the same one.
 */
export function newItemLike(item: Item, kinds: readonly string[], asked: readonly Item[], attempt: string): Item {
  const known = kinds.filter(isTemplate);
  const s = stream(0, `${attempt} ${item.id}`);
  const kind = known[s.intBelow(known.length)] as TemplateId;
  return unlike(asked, kind, s.intBelow(SEEDS));
}

/**
 * What a review asks: authored items as they are, and for each kind a new question, no two alike. The same attempt gives
 * the same ones.
 */
export function reviewItems(due: readonly (Item | NewKind)[], attempt: string): Item[] {
  const items: Item[] = [];
  for (const [i, one] of due.entries()) {
    if ('stem' in one) items.push(one);
    else if (isTemplate(one.id)) items.push(unlike(items, one.id, stream(i, attempt).intBelow(SEEDS)));
  }
  return items;
}

function unlike(asked: readonly Item[], kind: TemplateId, seed: number): Item {
  let made = generate(kind, seed);
  while (asked.some(({ stem }) => stem === made.stem)) made = anotherLike(made);
  return made;
}

/** The new questions among these ids, made again; ids of other items and of older revisions are left out. */
export const madeAgain = (ids: readonly string[]): Item[] => ids.flatMap((id) => generatedItem(id) ?? []);
