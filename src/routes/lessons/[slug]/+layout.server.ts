import { contentOf, lessonOf, topicOf } from '../../content.server.ts';
import type { LayoutServerLoad } from './$types';

/** What stands around every view of a lesson. */
export const load: LayoutServerLoad = async ({ params }) => {
  const { lessons, sources } = await contentOf();
  const lesson = await lessonOf(params.slug);
  const { slug, title, summary, objective, minutes, needs } = lesson;
  const at = lessons.indexOf(lesson);
  const named = (index: number): { slug: string; title: string } | undefined => {
    const other = lessons[index];
    return other && { slug: other.slug, title: other.title };
  };
  return {
    head: { slug, title, summary, objective, minutes, place: at + 1, of: lessons.length, topic: await topicOf(lesson) },
    growth: lesson.growth !== undefined,
    runs: lesson.runs,
    needs: needs.flatMap((need) => named(lessons.findIndex((other) => other.slug === need)) ?? []),
    previous: named(at - 1),
    next: named(at + 1),
    sources: lesson.sources.flatMap((id) => sources.find((source) => source.id === id) ?? [])
  };
};
