import { contentOf } from '../../content.server.ts';
import { gameOf } from '../games.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => (await contentOf()).games.map(({ id }) => ({ scenario: id }));

export const load: PageServerLoad = ({ params }) => gameOf(params.scenario);
