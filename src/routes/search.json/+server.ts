import MiniSearch from 'minisearch';
import { findables } from '#lib/teaching/content/index.ts';
import { searchOptions } from '#lib/ui/lesson/search-options.ts';
import { contentOf } from '../content.server.ts';
import { quizData } from '../quiz/bank.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The search index, made at build and fetched when somebody searches. */
export const GET: RequestHandler = async () => {
  const index = new MiniSearch(searchOptions);
  index.addAll(findables(await contentOf(), await quizData()));
  return new Response(JSON.stringify(index), { headers: { 'content-type': 'application/json' } });
};
