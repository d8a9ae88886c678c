import { contentOf } from '../../content.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ cards: (await contentOf()).interview.tradeOffs });
