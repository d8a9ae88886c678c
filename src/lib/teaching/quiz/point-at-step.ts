import * as v from 'valibot';
import { common, text } from './fields.ts';
import type { ItemType } from './item-type.ts';
import { isShown, shownRun } from './shown-run.ts';

const named = v.strictObject({ step: v.number(), key: v.optional(v.boolean(), false), rationale: text });

/**
 * Point at a step of a run. `steps` gives the key and the steps that mistakes lead to; of every other step the run's own
 * sentence says what it does instead.
 */
export const pointAtStepSchema = v.pipe(
  v.strictObject({
    type: v.literal('step'),
    ...common,
    shows: shownRun,
    steps: v.pipe(
      v.array(named),
      v.minLength(2, 'must name the key and at least 1 wrong step'),
      v.check((steps) => steps.filter(({ key }) => key).length === 1, 'exactly one step must have "key: true"'),
      v.check((steps) => new Set(steps.map(({ step }) => step)).size === steps.length, 'names a step twice')
    )
  }),
  v.forward(
    v.check(({ shows, steps }) => steps.every(({ step }) => isShown(shows, step)), 'names a step that is not shown'),
    ['steps']
  )
);

export type PointAtStep = v.InferOutput<typeof pointAtStepSchema>;

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
