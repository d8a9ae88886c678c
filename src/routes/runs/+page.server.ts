import { runIds, shelfRunOf } from '../runs.server.ts';
import { shelve } from './shelf.server.ts';
import type { PageServerLoad } from './$types';

/** Every run of the content, by topic. */
export const load: PageServerLoad = () => ({ shelf: shelve(runIds().map(shelfRunOf)) });
