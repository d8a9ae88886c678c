import * as v from 'valibot';
import { common, text } from './fields.ts';
import { isShown } from '../shown-run.ts';
import { shownRun } from './shown-run.ts';

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
