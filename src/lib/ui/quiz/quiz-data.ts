import type { Objective } from '#lib/teaching/content/index.ts';
import type { GeneratedItem } from '#lib/teaching/predict/index.ts';
import type { Entry } from '#lib/teaching/progress/index.ts';
import type { Item } from '#lib/teaching/quiz/index.ts';

/** A kind of question that is made new from a run when somebody asks for it. */
export interface NewKind {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly revision: number;
}

/** What the pages with questions are given at build. */
export interface QuizData {
  readonly items: readonly Item[];
  readonly objectives: readonly Objective[];
  /** Titles of the sources that items cite, and of the runs that prove them, by id. */
  readonly sources: Readonly<Record<string, string>>;
  readonly runs: Readonly<Record<string, string>>;
  /** What can be made new, so that a page knows it before it loads the engine; absent where a page makes nothing. */
  readonly newKinds?: readonly NewKind[];
}

/** A heading under which items are practised. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
  /** Ids of the kinds of questions that can be made new under it, if there are any. */
  readonly newKinds?: readonly string[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const idsOf = (kinds: readonly NewKind[]): string[] => kinds.map(({ id }) => id);

/** The topics in the order of the objectives, all of them together first. */
export function topicsOf(data: Pick<QuizData, 'items' | 'objectives' | 'newKinds'>): Topic[] {
  const { items, objectives, newKinds = [] } = data;
  const topicOf = new Map(objectives.map(({ id, topic }) => [id, topic]));
  const names = [...new Set(objectives.map(({ topic }) => topic))];
  return [
    { id: 'all', title: 'All topics', items, newKinds: idsOf(newKinds) },
    ...names.map((name) => ({
      id: name,
      title: capital(name).replaceAll('-', ' '),
      items: items.filter(({ objective }) => topicOf.get(objective) === name),
      newKinds: idsOf(newKinds.filter(({ objective }) => topicOf.get(objective) === name))
    }))
  ];
}

/** An objective that new questions can be made for, and each kind of them by itself. */
export interface NewTopic {
  readonly whole: Topic;
  readonly kinds: readonly Topic[];
}

/** What new questions can be made about, in the order of the objectives. */
export function newTopicsOf({ objectives, newKinds = [] }: Pick<QuizData, 'objectives' | 'newKinds'>): NewTopic[] {
  const topic = (id: string, title: string, kinds: readonly NewKind[]): Topic => ({
    id,
    title,
    items: [],
    newKinds: idsOf(kinds)
  });
  return objectives
    .map(({ id, title }) => ({ id, title, kinds: newKinds.filter(({ objective }) => objective === id) }))
    .filter(({ kinds }) => kinds.length > 0)
    .map(({ id, title, kinds }) => ({
      whole: topic(id, capital(title), kinds),
      kinds: kinds.map((kind) => topic(kind.id, kind.title, [kind]))
    }));
}

/** Whether an id is that of a question made from a run; ids of authored items hold no `@`. */
export const isNew = (id: string): boolean => id.includes('@');

/** An item with the scenario it was made from; undefined for an authored one. */
export const madeFrom = (item: Item): GeneratedItem | undefined =>
  'scenario' in item ? (item as GeneratedItem) : undefined;

/** The kinds of questions to make one like an item from: its own kind, or all of its objective. */
export function kindsLike({ id, objective }: Item, newKinds: readonly NewKind[] = []): string[] {
  const own = newKinds.find((kind) => id.startsWith(`${kind.id}@`));
  return idsOf(own === undefined ? newKinds.filter((kind) => kind.objective === objective) : [own]);
}

/** The items whose answers a reset of a topic removes; of all topics, those to items that are gone as well. */
export function itemsToReset(topic: Topic, entries: readonly Entry[]): ReadonlySet<string> {
  const answered = entries.map(({ item }) => item);
  if (topic.id === 'all') return new Set(answered);
  const made = answered.filter((id) => topic.newKinds?.some((kind) => id.startsWith(`${kind}@`)));
  return new Set([...topic.items.map(({ id }) => id), ...made]);
}
