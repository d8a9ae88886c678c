/** The content, read once at build. */
import { dev } from '$app/environment';
import { formatProblems, readContent, type Content, type Lesson } from '#lib/teaching/content/index.ts';
import { makeHighlight } from '../build/content/highlight.ts';

const texts = import.meta.glob<string>(['../../content/**/*.{md,yaml}', '!../../content/README.md'], {
  query: '?raw',
  import: 'default',
  eager: true
});

async function read(): Promise<Content> {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path.slice('../../'.length), text]));
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
