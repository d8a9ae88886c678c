import { runIds, runOf } from '../../runs.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => runIds().map((scenario) => ({ scenario }));

export const load: PageServerLoad = ({ params }) => ({ run: runOf(params.scenario) });
