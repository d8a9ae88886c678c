/** Which arrows of the chart the questions of the site are about, computed once at build. */
import { arrowsOf } from '#lib/teaching/content/index.ts';
import { decisionsOf } from '#lib/teaching/predict/index.ts';
import type { About } from '#lib/ui/quiz/coverage.ts';
import { contentOf } from '../content.server.ts';
import { quizData } from '../quiz/bank.server.ts';

async function compute(): Promise<About> {
  const [{ items }, { runs }] = await Promise.all([quizData(), contentOf()]);
  return {
    items: Object.fromEntries(
      items.flatMap((item) => {
        const arrows = arrowsOf(item, runs);
        return arrows.length === 0 ? [] : [[item.id, arrows]];
      })
    ),
    runs: runs.ids.flatMap((id) => {
      const shelved = runs.get(id);
      return typeof shelved === 'string' ? [] : [decisionsOf(shelved.run)];
    })
  };
}

let made: Promise<About> | undefined;

export const about = (): Promise<About> => (made ??= compute());
