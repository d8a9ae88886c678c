import type { Clip, Question } from '#lib/teaching/content/index.ts';
import { clipOf } from '../../../src/lib/teaching/content/runs/clip.ts';
import { viewContent } from '../../kit.ts';

const view = viewContent('one-gpu-busy');

/** Steps 3 to 5 of the run in which job b has to wait. */
export const clip: Clip = clipOf({ id: 'one-gpu-busy', set: '', view }, 3, 5);

/** What becomes of job b, as a lesson asks it. */
export const question: Question = {
  id: 'first/what',
  html: '<p>What becomes of b?</p>',
  answers: [
    { value: 'running', html: 'It runs', why: '<p>Job a has the GPU.</p>', right: false },
    { value: 'waiting', html: 'It waits', why: '<p>Nothing is free.</p>', right: true }
  ],
  shown: clip.frames[1],
  next: clip.frames[2],
  run: 'one-gpu-busy'
};
