/** Ids of everything that has a page or an anchor. */
export interface Places {
  readonly lessons: readonly string[];
  readonly runs: readonly string[];
  readonly terms: readonly string[];
  readonly sources: readonly string[];
  readonly corrections: readonly string[];
  readonly games: readonly string[];
  readonly prompts: readonly string[];
}

const pages = [
  '/',
  '/runs/',
  '/lab/',
  '/quiz/',
  '/review/',
  '/interview/',
  '/interview/trade-offs/',
  '/play/',
  '/complexity/',
  '/class/',
  '/checks/',
  '/search/'
];
const views = ['', 'steps/', 'practice/', 'recap/'];

/** Every address inside the site that a text may link to. */
export function addressesOf({
  lessons,
  runs,
  terms,
  sources,
  corrections,
  games,
  prompts
}: Places): ReadonlySet<string> {
  return new Set([
    ...pages,
    '/lessons/',
    ...lessons.flatMap((slug) => views.map((view) => `/lessons/${slug}/${view}`)),
    ...runs.map((id) => `/runs/${id}/`),
    ...games.map((id) => `/play/${id}/`),
    ...prompts.map((id) => `/interview/${id}/`),
    '/glossary/',
    ...terms.map((id) => `/glossary/#${id}`),
    '/sources/',
    ...sources.map((id) => `/sources/#${id}`),
    '/corrections/',
    ...corrections.map((id) => `/corrections/#${id}`)
  ]);
}
