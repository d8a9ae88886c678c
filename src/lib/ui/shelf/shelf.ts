/** A run as the shelf shows it. */
export interface ShelfRun {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  /** What to look for, as a question. */
  readonly look: string;
  readonly level: 'easy' | 'medium' | 'hard';
  readonly steps: number;
}

/** Runs that belong together, in the order to try them. */
export interface ShelfTopic {
  readonly topic: string;
  readonly runs: readonly ShelfRun[];
}

const words = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** The runs that mention every word of a query, anywhere and in any order; topics left without a run are left out. */
export function findRuns(shelf: readonly ShelfTopic[], query: string): ShelfTopic[] {
  const wanted = words(query);
  return shelf.flatMap(({ topic, runs }) => {
    const found = runs.filter(({ id, title, objective, look, level }) => {
      const text = [topic, id, title, objective, look, level].join(' ').toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
    return found.length === 0 ? [] : [{ topic, runs: found }];
  });
}
