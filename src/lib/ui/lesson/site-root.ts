/** `../../` for the page of a route such as `/lessons/[slug]`: the site's root, seen from that page. */
export function siteRoot(route: string | null): string {
  const depth = (route ?? '').split('/').filter((part) => part !== '').length;
  return '../'.repeat(depth) || './';
}

/** HTML of the content with links that begin at the site's root made relative, so that the site works in any folder. */
export const rebased = (html: string, root: string): string => html.replaceAll('href="/', `href="${root}`);
