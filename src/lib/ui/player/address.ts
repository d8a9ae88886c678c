// Every address here is that of this very page, base path included.
/* eslint-disable svelte/no-navigation-without-resolve */
import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';

/** Fields of the query and what they are to be; undefined takes a field away. */
export type Query = Readonly<Record<string, string | undefined>>;

/** Changes fields of this page's query, in the present entry of the history: Back leaves the page as before. */
export function note(fields: Query): void {
  replaceState(withQuery(fields), page.state);
}

/** Changes fields of this page's query in a new entry of the history, which Back takes away again. */
export function goTo(fields: Query): void {
  pushState(withQuery(fields), page.state);
}

/** Changes this page's hash in a new entry of the history, which Back takes away again. */
export function goToHash(hash: string): void {
  if (hash !== location.hash) pushState(`${location.pathname}${location.search}${hash}`, page.state);
}

function withQuery(fields: Query): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  // A comma may stand in a query as it is, and is easier to read.
  const search = query.size === 0 ? '' : `?${query.toString().replaceAll('%2C', ',')}`;
  return `${location.pathname}${search}${location.hash}`;
}
