import { progressFile, type Entry } from '#lib/teaching/progress/index.ts';
import { saveFile } from '../fork/link.ts';

/** Offers all answers to be saved as a file. */
export const saveProgress = (entries: readonly Entry[]): void =>
  saveFile('still-pending-progress.json', 'application/json', progressFile(entries));
