import { contentOf } from '../content.server.ts';
import type { PageServerLoad } from './$types';

/** Every document that is cited, with what it speaks of and the lessons that rely on it. */
export const load: PageServerLoad = async () => {
  const { sources, lessons } = await contentOf();
  return {
    sources: sources.map((source) => ({
      ...source,
      lessons: lessons
        .filter((lesson) => lesson.sources.includes(source.id))
        .map(({ slug, title }) => ({ slug, title }))
    }))
  };
};
