import type { Options } from 'minisearch';
import type { Findable } from '#lib/teaching/content/index.ts';

/** How the search index is made and read: both sides need the same options. */
export const searchOptions: Options<Findable> = {
  fields: ['title', 'text'],
  storeFields: ['kind', 'title', 'text'],
  searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.2 }
};
