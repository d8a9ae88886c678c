import type { Objective } from '#lib/teaching/content/index.ts';
import type { Entry } from '#lib/teaching/progress/index.ts';
import type { Item } from '#lib/teaching/quiz/index.ts';

/** What the pages with questions are given at build. */
export interface QuizData {
  readonly items: readonly Item[];
  readonly objectives: readonly Objective[];
  /** Titles of the sources that items cite, and of the runs that prove them, by id. */
  readonly sources: Readonly<Record<string, string>>;
  readonly runs: Readonly<Record<string, string>>;
}

/** A heading under which items are practised. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** The topics in the order of the objectives, all of them together first. */
export function topicsOf({ items, objectives }: Pick<QuizData, 'items' | 'objectives'>): Topic[] {
  const topicOf = new Map(objectives.map(({ id, topic }) => [id, topic]));
  const names = [...new Set(objectives.map(({ topic }) => topic))];
  return [
    { id: 'all', title: 'All topics', items },
    ...names.map((name) => ({
      id: name,
      title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '),
      items: items.filter(({ objective }) => topicOf.get(objective) === name)
    }))
  ];
}

/** The items whose answers a reset of a topic removes; of all topics, those to items that are gone as well. */
export const itemsToReset = (topic: Topic, entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(topic.id === 'all' ? entries.map(({ item }) => item) : topic.items.map(({ id }) => id));
