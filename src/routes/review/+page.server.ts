import type { PageServerLoad } from './$types';
import { quizData } from '../quiz/bank.server.ts';
import { about } from './about.server.ts';

export const load: PageServerLoad = async () => ({ ...(await quizData()), about: await about() });
