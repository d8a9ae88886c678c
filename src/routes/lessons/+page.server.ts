import { contentOf } from '../content.server.ts';
import type { PageServerLoad } from './$types';

/** The path: what the list says of each lesson. */
export const load: PageServerLoad = async () => {
  const { lessons } = await contentOf();
  return {
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    lessons: lessons.map(({ slug, title, objective, minutes, runs }) => ({
      slug,
      title,
      objective,
      minutes,
      runs: runs.length
    }))
  };
};
