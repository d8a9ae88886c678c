import type { PageServerLoad } from './$types';
import { quizData } from '../quiz/bank.server.ts';

export const load: PageServerLoad = () => quizData();
