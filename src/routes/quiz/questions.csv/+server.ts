import { itemsAsCsv } from '#lib/teaching/quiz/index.ts';
import { quizData } from '../bank.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Every question as a table. */
export const GET: RequestHandler = async () =>
  new Response(itemsAsCsv((await quizData()).items), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
