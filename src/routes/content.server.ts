/** The content, read once at build. */
import { dev } from '$app/environment';
import {
  formatProblems,
  readBank,
  readContent,
  type Bank,
  type Content,
  type Lesson
} from '#lib/teaching/content/index.ts';
import { makeHighlight } from '../build/content/highlight.ts';

const texts = import.meta.glob<string>(['../../content/**/*.{md,yaml}', '!../../content/**/README.md'], {
  query: '?raw',
  import: 'default',
  eager: true
});

const files = new Map(Object.entries(texts).map(([path, text]) => [path.slice('../../'.length), text]));

async function read(): Promise<Content> {
  const { content, problems } = readContent(files, await makeHighlight());
  if (problems.length === 0) return content;
  const all = formatProblems(problems);
  // Whoever writes a lesson wants to see the rest of it.
  if (!dev) throw new Error(`The content has problems:\n${all}`);
  console.error(all);
  return content;
}

let made: Promise<Content> | undefined;

/** All content. Throws with every problem of it when the site is built; in development they are printed. */
export const contentOf = (): Promise<Content> => (made ??= read());

/** The lesson of an address. Throws for one that is not there. */
export async function lessonOf(slug: string): Promise<Lesson> {
  const lesson = (await contentOf()).lessons.find((other) => other.slug === slug);
  if (lesson === undefined) throw new Error(`There is no lesson "${slug}" in content/lessons`);
  return lesson;
}

/** Entries for the pages of every lesson. */
export const lessonEntries = async (): Promise<{ slug: string }[]> =>
  (await contentOf()).lessons.map(({ slug }) => ({ slug }));

/** The practice items in a lesson's own file; none where it has no such file. What is wrong with them, the quiz says. */
export async function itemsOf({ slug, order }: Lesson): Promise<Pick<Bank, 'items' | 'objectives'>> {
  const { sources, runs } = await contentOf();
  const file = `content/lessons/${String(order).padStart(2, '0')}-${slug}/items.yaml`;
  const text = files.get(file);
  return readBank({
    items: new Map(text === undefined ? [] : [[file, text]]),
    objectives: files.get('content/objectives.yaml') ?? '',
    sources: new Set(sources.map(({ id }) => id)),
    runs
  });
}

/** The topic of the quiz to which most items of a lesson belong; `all` for a lesson without items. */
export async function topicOf(lesson: Lesson): Promise<string> {
  const { items, objectives } = await itemsOf(lesson);
  const topics = items.flatMap(({ objective }) => objectives.find(({ id }) => id === objective)?.topic ?? []);
  const count = (topic: string): number => topics.filter((other) => other === topic).length;
  return topics.reduce((most, topic) => (count(topic) > count(most) ? topic : most), topics[0] ?? 'all');
}
