import { expect, it } from 'vitest';
import { questionAt } from '#lib/teaching/predict/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import { ownQuestions } from '#lib/ui/editor/own-questions.ts';
import { runContent } from '../../kit.ts';

const run = runContent('busy-minute');
const view = viewRun(run);
const decisions = Array.from({ length: view.last }, (_, step) => step).filter((step) => view.decidesAfter(step));

it('has the first few questions of a run listed, and any other when it is read', () => {
  const questions = ownQuestions(run, view);
  expect(decisions.length).toBeGreaterThan(6);
  expect(Object.keys(questions)).toHaveLength(4);
  for (const step of decisions) expect(questions[step]).toEqual(questionAt(run, step));
  expect(Object.values(questions)).toEqual(decisions.flatMap((step) => questionAt(run, step) ?? []));
});

it('asks nothing where nothing is decided, and makes no question twice', () => {
  const questions = ownQuestions(run, view);
  expect([questions[view.last], questions[-1], questions[0.5]]).toEqual([undefined, undefined, undefined]);
  expect(questions[decisions[5]!]).toBe(questions[decisions[5]!]);
});
