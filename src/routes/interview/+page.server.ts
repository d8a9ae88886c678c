import { contentOf } from '../content.server.ts';
import type { PageServerLoad } from './$types';

/** The plans, and what the lists of prompts and cards say. */
export const load: PageServerLoad = async () => {
  const { prompts, tradeOffs, plans } = (await contentOf()).interview;
  return {
    plans,
    prompts: prompts.map(({ id, title, level, revision, stages }) => ({
      ...{ id, title, level, revision },
      stages: stages.length,
      followUps: stages.length - 1
    })),
    cards: tradeOffs.map(({ id, title }) => ({ id, title }))
  };
};
