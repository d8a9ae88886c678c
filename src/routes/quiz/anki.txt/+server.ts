import { itemsAsAnki } from '#lib/teaching/quiz/index.ts';
import { quizData } from '../bank.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Every question as notes for Anki. */
export const GET: RequestHandler = async () =>
  new Response(itemsAsAnki((await quizData()).items), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
