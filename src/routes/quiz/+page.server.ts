import type { PageServerLoad } from './$types';
import { quizData } from './bank.server.ts';

export const load: PageServerLoad = () => quizData();
