import * as v from 'valibot';
import { common, text } from './fields.ts';

const mistakenNumber = v.strictObject({ is: v.number(), rationale: text });

/** A number with its unit. `within` is how far off is still right; 0 unless said. */
export const numberSchema = v.strictObject({
  type: v.literal('number'),
  ...common,
  answer: v.strictObject({
    is: v.number(),
    unit: text,
    within: v.optional(v.pipe(v.number(), v.minValue(0, 'must be at least 0')), 0),
    rationale: text
  }),
  /** The numbers that named mistakes lead to. */
  mistakes: v.pipe(v.array(mistakenNumber), v.minLength(1, 'must name at least 1 wrong number'))
});

export type NumberItem = v.InferOutput<typeof numberSchema>;
