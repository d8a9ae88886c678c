/** What a run looks like to a learner: sentences, rows, board, strip, reasons. All of it is computed from the records. */
export type * from './view.ts';
export { barAt, firstBar } from './bars.ts';
export { differenceOf, figuresOf, numbersOfCount, valueOf, type Figure } from './numbers.ts';
export { openRun } from './open-run.ts';
export { askOf } from './names.ts';
export { paragraphs, type Paragraph, type Said } from './transcript.ts';
export { runData, viewRun } from './run-view.ts';
