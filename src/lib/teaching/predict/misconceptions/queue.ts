import type { Waiting } from '../queue-scene.ts';
import type { MisconceptionId } from './table.ts';

/**
 * Picks who goes next as somebody would who is mistaken; undefined for nobody. `queue` is in order of arrival, and where
 * it `blocks` nobody may pass one that does not fit.
 */
type Picker = (queue: readonly Waiting[], blocks: boolean) => Waiting | undefined;

/** The entry with the least key, the first of equals. */
function least(queue: readonly Waiting[], key: (w: Waiting) => number): Waiting | undefined {
  return queue.reduce<Waiting | undefined>(
    (best, w) => (best === undefined || key(w) < key(best) ? w : best),
    undefined
  );
}

const fitting = (queue: readonly Waiting[]): Waiting[] => queue.filter((w) => w.fits);

/** Allocators that are wrong on purpose about whose turn it is: one line a misconception. */
export const mispicks = {
  'ignores-priority': (queue, blocks) => (blocks ? queue.slice(0, 1) : queue).find((w) => w.fits),
  'passes-blocked': (queue) => least(fitting(queue), (w) => w.turn),
  'ignores-fit': (queue) => least(queue, (w) => w.turn),
  'smallest-first': (queue) => least(queue, (w) => w.size),
  'largest-first': (queue) => least(queue, (w) => -w.size),
  'shortest-first': (queue) => least(fitting(queue), (w) => w.estimate),
  'newest-first': (queue) => queue.at(-1),
  'forgets-reservation': (queue) => fitting(queue.slice(1))[0],
  'head-starts': (queue) => queue[0],
  'expects-nobody': () => undefined
} satisfies Readonly<Partial<Record<MisconceptionId, Picker>>>;
