import type { ItemType } from './item-type.ts';
import type { PointAtStep } from './schema/point-at-step.ts';
import { isShown } from './shown-run.ts';

const keyOf = ({ steps }: PointAtStep): number => (steps.find(({ key }) => key) as { step: number }).step;

const shownSteps = ({ shows: { from, to } }: PointAtStep): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** All or nothing: the answer is the number of a step. */
export const pointAtStep: ItemType<PointAtStep, number> = {
  parse: ({ shows }, given) =>
    typeof given === 'number' && Number.isInteger(given) && isShown(shows, given) ? given : undefined,
  score: (item, answer) => (answer === keyOf(item) ? 1 : 0),
  key: keyOf,
  keyValue: keyOf,
  rationale(item, answer) {
    const { shows, steps } = item;
    const texts = new Map(shows.rows.map(({ step, sentence }) => [step, sentence]));
    for (const { step, rationale } of steps) texts.set(step, rationale);
    return shownSteps(item).flatMap((step) => {
      const why = texts.get(step);
      return why === undefined
        ? []
        : { of: `Step ${step}`, right: step === keyOf(item), chosen: step === answer, text: why };
    });
  },
  options: (item) => shownSteps(item).map((step) => `Step ${step}`)
};
