import { contentOf } from '../content.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

const pages = [
  '',
  'lessons/',
  'runs/',
  'complexity/',
  'lab/',
  'chart/',
  'play/',
  'interview/',
  'interview/trade-offs/',
  'glossary/',
  'sources/',
  'corrections/',
  'checks/'
];
const views = ['', 'steps/', 'practice/', 'recap/'];

/** Every page for search engines. `SITE_URL` is the address of the site when it is built, with a slash at its end. */
export const GET: RequestHandler = async () => {
  const site = process.env['SITE_URL'] ?? 'http://localhost:4173/';
  const { lessons, games, interview, runs } = await contentOf();
  const paths = [
    ...pages,
    ...lessons.flatMap(({ slug }) => views.map((view) => `lessons/${slug}/${view}`)),
    ...runs.ids.map((id) => `runs/${id}/`),
    ...games.map(({ id }) => `play/${id}/`),
    ...interview.prompts.map(({ id }) => `interview/${id}/`)
  ];
  const urls = paths.map((path) => `  <url><loc>${new URL(path, site).href}</loc></url>`).join('\n');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}
</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
