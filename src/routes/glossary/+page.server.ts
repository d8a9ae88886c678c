import { contentOf } from '../content.server.ts';
import type { PageServerLoad } from './$types';

/** Every term with the names of those it points to, its source, and the lessons that use it. */
export const load: PageServerLoad = async () => {
  const { terms, sources, lessons } = await contentOf();
  const word = new Map(terms.map(({ id, term }) => [id, term]));
  return {
    terms: terms.map(({ id, term, means, also, see, source }) => ({
      id,
      term,
      means,
      also,
      see: see.map((other) => ({ id: other, term: word.get(other) ?? other })),
      source: sources.find((s) => s.id === source),
      lessons: lessons.filter((lesson) => lesson.terms.includes(id)).map(({ slug, title }) => ({ slug, title }))
    }))
  };
};
