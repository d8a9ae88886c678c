import { gamesOf } from './games.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ games: await gamesOf() });
