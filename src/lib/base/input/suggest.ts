import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant, or undefined if none is near: a third of its letters may be wrong, at least
 * one, and capitals do not count. Of two equally near the first in `known` wins.
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const d = distance(wanted, candidate.toLowerCase());
    const near = d <= Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (near && d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** `; did you mean "memory"?`, or nothing if no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = suggest(word, known);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}
