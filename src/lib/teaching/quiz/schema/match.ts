import * as v from 'valibot';
import { common, text } from './fields.ts';

const pair = v.strictObject({ text, with: text, rationale: text });

/** Match each entry with what belongs to it; every partner belongs to one entry. */
export const matchSchema = v.strictObject({
  type: v.literal('match'),
  ...common,
  pairs: v.pipe(
    v.array(pair),
    v.minLength(3, 'must have at least 3 pairs'),
    v.maxLength(7, 'must have at most 7 pairs')
  )
});

export type Match = v.InferOutput<typeof matchSchema>;
