import type { Bank } from './items.ts';
import type { Content } from './read-content.ts';

/** Something that can be found: its address from the site's root, its name, and the words it is found by. */
export interface Findable {
  readonly id: string;
  readonly kind: 'Lesson' | 'Run' | 'Term' | 'Correction' | 'Question' | 'Game' | 'Interview';
  readonly title: string;
  readonly text: string;
}

/** HTML as the words a reader sees. */
const wordsIn = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Everything that the search of the site looks through. */
export function findables(
  { lessons, terms, corrections, games, interview, runs }: Content,
  { items, objectives }: Pick<Bank, 'items' | 'objectives'>
): Findable[] {
  return [
    ...lessons.flatMap(({ slug, title, summary, sections }): Findable[] => [
      { id: `/lessons/${slug}/`, kind: 'Lesson', title, text: summary },
      ...sections.map((section): Findable => ({
        id: `/lessons/${slug}/#${section.id}`,
        kind: 'Lesson',
        title: `${section.title} (${title})`,
        text: section.blocks.map((block) => ('html' in block ? wordsIn(block.html) : '')).join(' ')
      }))
    ]),
    ...terms.map(({ id, term, means, also }): Findable => ({
      id: `/glossary/#${id}`,
      kind: 'Term',
      title: term,
      text: [means, ...also].join(' ')
    })),
    ...corrections.map(({ id, taught, truth }): Findable => ({
      id: `/corrections/#${id}`,
      kind: 'Correction',
      title: taught,
      text: truth
    })),
    ...items.map(({ id, stem, objective }): Findable => {
      const topic = objectives.find((other) => other.id === objective)?.topic ?? 'all';
      // The part behind # tells the entries of one topic apart.
      return { id: `/quiz/?practice=1&topic=${topic}#${id}`, kind: 'Question', title: stem, text: '' };
    }),
    ...interview.prompts.map(({ id, title, stages }): Findable => ({
      id: `/interview/${id}/`,
      kind: 'Interview',
      title,
      text: stages.map(({ now, ask }) => `${now} ${wordsIn(ask)}`).join(' ')
    })),
    ...interview.tradeOffs.map(({ id, title, say }): Findable => ({
      id: `/interview/trade-offs/#${id}`,
      kind: 'Interview',
      title,
      text: wordsIn(say.html)
    })),
    ...runs.ids.flatMap((id): Findable[] => {
      const shelved = runs.get(id);
      if (typeof shelved === 'string') return [];
      const { title, objective } = shelved.view;
      const brief = games.find((game) => game.id === id)?.brief;
      return [
        { id: `/runs/${id}/`, kind: 'Run', title, text: objective },
        ...(brief === undefined
          ? []
          : [{ id: `/play/${id}/`, kind: 'Game', title: `Be the allocator: ${title}`, text: brief } as const])
      ];
    })
  ];
}
