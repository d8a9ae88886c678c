import type { Findable } from '#lib/teaching/content/index.ts';

/** One thing that was found. */
export type Found = Pick<Findable, 'id' | 'kind' | 'title' | 'text'>;

/** So many are shown; whoever wants another types another letter. */
const most = 20;

/**
 * Loads the search and its index, which only someone who searches needs.
 *
 * @param address of the index
 * @throws if the index cannot be fetched
 */
export async function openSearch(address: string): Promise<(query: string) => readonly Found[]> {
  const [{ default: MiniSearch }, { searchOptions }, response] = await Promise.all([
    import('minisearch'),
    import('./search-options.ts'),
    fetch(address)
  ]);
  if (!response.ok) throw new Error(`Cannot load the search index: status ${response.status}`);
  const index = MiniSearch.loadJSON<Findable>(await response.text(), searchOptions);
  return (query) => index.search(query).slice(0, most) as unknown as readonly Found[];
}
