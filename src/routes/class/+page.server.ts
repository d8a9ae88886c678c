import { readPlan } from './plan.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ plan: readPlan() });
