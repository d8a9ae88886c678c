import { parseYaml } from '#lib/base/input/index.ts';
import { contentOf, lessonOf } from '../../../content.server.ts';
import { textOf } from '../../../runs.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** A lesson that counts nothing has no such view. */
export const entries: EntryGenerator = async () =>
  (await contentOf()).lessons.flatMap(({ slug, growth }) => (growth === undefined ? [] : [{ slug }]));

/** Growth: what the lesson counts, and the scenario in which it is counted, as data. */
export const load: PageServerLoad = async ({ params }) => {
  const { growth } = await lessonOf(params.slug);
  if (growth === undefined) throw new Error(`Lesson "${params.slug}" counts nothing`);
  const text = textOf(growth.run);
  const read = parseYaml(text);
  if ('problems' in read) throw new Error(`Scenario "${growth.run}" does not read`);
  return { growth, scenario: read.documents[0]?.value as { readonly title: string } };
};
